#!/usr/bin/env bash
# Runs the tests of bits for ARM64 on an emulator: those that bear [Emulated]. Installs it, on Debian, where it is missing; closes with the totals.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

skip() {
    echo "skipped: everything ($1)"
    exit 0
}

packages=(qemu-user-static libc6-arm64-cross libstdc++6-arm64-cross libgcc-s1-arm64-cross)
command -v dpkg-query >/dev/null || skip "it knows the packages of Debian only"
if ! dpkg-query --show "${packages[@]}" >/dev/null 2>&1; then
    [ "$(id -u)" -eq 0 ] || skip "${packages[*]} are missing, and only root may install them"
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${packages[@]}"; } \
        || skip "${packages[*]} cannot be installed"
fi

output=artifacts/arm64
dotnet publish tests/Kernels.Tests -c Release -p:TestRuntime=linux-arm64 -p:RunAnalyzers=false --artifacts-path "$output"

# One thread, nothing compiled twice, no collector in the background: qemu 7.2 loses its way among threads that stop each other.
export DOTNET_TieredCompilation=0 DOTNET_gcConcurrent=0 DOTNET_PROCESSOR_COUNT=1 DOTNET_EnableWriteXorExecute=0
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 SOFTKERNELS_EXPECT=arm64

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
qemu-aarch64-static -L /usr/aarch64-linux-gnu "$output/publish/SoftKernels.Kernels.Tests/release_linux-arm64/SoftKernels.Kernels.Tests" \
    emulated=yes 2>&1 | tee "$log" || status=$?

count() { sed -nE "s/^ *$1: *([0-9]+).*/\1/p" "$log" | tail -n 1; }
passed=$(count succeeded)
failed=$(count failed)
if [ "$status" -ne 0 ] && [ "${failed:-0}" -eq 0 ]; then
    failed=1
fi
echo "${passed:-0} passed, ${failed:-0} failed"
exit "$status"
