#!/usr/bin/env bash
# Runs the tests of bits, bounds, checks and memory at every register width of this machine, and without fused multiply-add. Which tests these
# are, each of them says: [On(Hardware.…)]. Closes with a table, what was skipped and why, and the totals of all runs.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1

if [ "$(uname -m)" != x86_64 ]; then
    echo "skipped: everything (its switches are those of x64)"
    exit 0
fi

dotnet build tests/Kernels.Tests
tests=tests/Kernels.Tests/bin/Debug/net10.0/SoftKernels.Kernels.Tests

log=$(mktemp)
trap 'rm -f "$log"' EXIT
count() { sed -nE "s/^ *$1: *([0-9]+).*/\1/p" "$log" | tail -n 1; }

table=$(printf '%-36s %-10s %6s %6s' configuration registers passed failed)
skipped=()
total_passed=0
total_failed=0

# A trait that no test bears would leave its tests out, silently beside another's.
for trait in hardware=Every hardware=Fused; do
    if ! "$tests" --list-tests --no-ansi --filter-trait "$trait" >"$log" 2>&1; then
        cat "$log"
        echo "isa.sh: no test bears the trait $trait."
        echo "0 passed, 1 failed"
        exit 1
    fi
done

# run <setting> <registers expected> <arguments …>
run() {
    local setting=$1 registers=$2 passed failed status=0
    shift 2
    echo "== $setting: $registers"
    env "$setting" SOFTKERNELS_EXPECT="$registers" "$tests" --no-progress --no-ansi "$@" 2>&1 | tee "$log" || status=$?
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

every=(--filter-trait hardware=Every)
fused=(--filter-trait hardware=Every hardware=Fused)

if grep -qw avx512vl /proc/cpuinfo; then
    # Where this is the default, dotnet test has run it; where the runtime thinks 512 bits too slow, nothing has.
    if SOFTKERNELS_EXPECT=512 "$tests" --no-progress --filter-class '*.WidthTests' >"$log" 2>&1; then
        skipped+=("512 bits (the default here, which dotnet test runs with)")
    else
        run DOTNET_PreferredVectorBitWidth=512 512 "${fused[@]}"
    fi
    run DOTNET_PreferredVectorBitWidth=256 256 "${fused[@]}"
else
    skipped+=("512 bits (this machine has no AVX-512)")
fi
run DOTNET_EnableAVX512=0 256 "${fused[@]}"

# Without fused multiply-add: other bits, the same bounds.
run DOTNET_EnableAVX2=0 128-nofma "${every[@]}"
run DOTNET_EnableHWIntrinsic=0 scalar "${every[@]}"

# Every float of the exponential, once.
run DOTNET_EnableAVX512=0 256 --explicit only --filter-class '*.ExponentialTests'

echo "$table"
for reason in "${skipped[@]}"; do
    echo "skipped: $reason"
done
echo "$total_passed passed, $total_failed failed"
[ "$total_failed" -eq 0 ]
