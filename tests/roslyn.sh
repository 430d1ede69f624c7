#!/usr/bin/env bash
# Runs the generator's tests in the newest compiler, with the generator built against the oldest: what users with a new SDK have.
# dotnet test runs them in the oldest. Closes with the totals.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1

newest=$(dotnet msbuild tests/Generator.Tests -getProperty:RoslynCurrent)
# In a folder of its own: what has been built and restored for the oldest stays.
output=artifacts/roslyn
dotnet build tests/Generator.Tests -c Release -p:RoslynHost="$newest" -p:RunAnalyzers=false --artifacts-path "$output"

log=$(mktemp)
trap 'rm -f "$log"' EXIT
count() { sed -nE "s/^ *$1: *([0-9]+).*/\1/p" "$log" | tail -n 1; }

# A quarter of the random programs: the others have been taken in the oldest.
status=0
SOFTKERNELS_FUZZ=50 "$output/bin/SoftKernels.Generator.Tests/release/SoftKernels.Generator.Tests" --no-progress --no-ansi 2>&1 | tee "$log" || status=$?
passed=$(count succeeded)
failed=$(count failed)
# A run that broke off, or in which nothing ran, has failed too.
if [ "$status" -ne 0 ] && [ "${failed:-0}" -eq 0 ] || [ "${passed:-0}" -eq 0 ]; then
    failed=$((${failed:-0} + 1))
fi

echo "Roslyn $newest:"
echo "${passed:-0} passed, $failed failed"
[ "$failed" -eq 0 ]
