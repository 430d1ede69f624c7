#!/usr/bin/env bash
# Runs the generator's tests in the newest compiler, with the generator built against the oldest: what users with a new SDK have.
# dotnet test runs them in the oldest. Closes with the totals.
set -euo pipefail
cd "$(dirname "$0")/.."
. tests/totals.sh
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1

newest=$(dotnet msbuild tests/Generator.Tests -getProperty:RoslynCurrent)
# In a folder of its own: what has been built and restored for the oldest stays.
output=artifacts/roslyn
dotnet build tests/Generator.Tests -c Release -p:RoslynHost="$newest" -p:RunAnalyzers=false --artifacts-path "$output"

# A quarter of the random programs: the others have been taken in the oldest.
echo "Roslyn $newest:"
SOFTKERNELS_FUZZ=50 run_tests "$output/bin/SoftKernels.Generator.Tests/release/SoftKernels.Generator.Tests"
