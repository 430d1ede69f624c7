#!/usr/bin/env bash
# Runs the tests of bits and bounds at every register width of this machine. Closes with a table and the totals of all runs.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1

if [ "$(uname -m)" != x86_64 ]; then
    echo "isa.sh is skipped: its switches are those of x64."
    exit 0
fi

dotnet build tests/Kernels.Tests
tests=tests/Kernels.Tests/bin/Debug/net10.0/SoftKernels.Kernels.Tests

log=$(mktemp)
trap 'rm -f "$log"' EXIT
count() { sed -nE "s/^ *$1: *([0-9]+).*/\1/p" "$log" | tail -n 1; }

table=$(printf '%-36s %-10s %6s %6s' configuration registers passed failed)
total_passed=0
total_failed=0

# run <setting> <registers expected> <filters …>
run() {
    local setting=$1 registers=$2 passed failed status=0
    shift 2
    echo "== $setting: $registers"
    env "$setting" SOFTKERNELS_EXPECT="$registers" "$tests" --no-progress --no-ansi --filter-method "$@" 2>&1 | tee "$log" || status=$?
    passed=$(count succeeded)
    failed=$(count failed)
    # A run that broke off, or in which nothing ran, has failed too.
    if [ "$status" -ne 0 ] && [ "${failed:-0}" -eq 0 ] || [ "${passed:-0}" -eq 0 ]; then
        failed=$((${failed:-0} + 1))
    fi
    total_passed=$((total_passed + ${passed:-0}))
    total_failed=$((total_failed + failed))
    table+=$(printf '\n%-36s %-10s %6s %6s' "$setting" "$registers" "${passed:-0}" "$failed")
}

bounds=('*.WidthTests.*' '*_ulp*' '*_bounds*' '*_epsilon_*' '*_digits_*' '*.Any_NaN_*' '*_infinit*' '*_is_absent' '*_are_ordinary' '*.Huge_values_*')
bits=('*.GoldenTests.*' '*.WidthIndependenceTests.*' '*_same_bits' '*_changes_no_bit' '*_same_bits_at_every_place_*')

if grep -qw avx512vl /proc/cpuinfo; then
    # The default, except on processors where the runtime thinks 512 bits too slow.
    run DOTNET_PreferredVectorBitWidth=512 512 "${bits[@]}" "${bounds[@]}"
    run DOTNET_PreferredVectorBitWidth=256 256 "${bits[@]}" "${bounds[@]}"
else
    table+=$'\nDOTNET_PreferredVectorBitWidth=512   512        skipped: this machine has no AVX-512'
fi
run DOTNET_EnableAVX512=0 256 "${bits[@]}" "${bounds[@]}"

# Without fused multiply-add: other bits, the same bounds.
run DOTNET_EnableAVX2=0 128-nofma "${bounds[@]}"
run DOTNET_EnableHWIntrinsic=0 scalar "${bounds[@]}"

echo "$table"
echo "$total_passed passed, $total_failed failed"
[ "$total_failed" -eq 0 ]
