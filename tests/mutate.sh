#!/usr/bin/env bash
# Changes the generator or the runtime in one place after the other and says which changes no test notices: tests/mutate.sh generator/Layouts
# generator/CodeFixes; without arguments, all folders. MUTANTS=200 tries so many of each folder, drawn at random by MUTANTS_SEED, instead of all;
# MUTANTS_SECONDS=4 leaves out the test methods that take longer.
# dotnet-stryker writes the mutants, in a copy of the source, so that nothing here is built over; tests/Mutants tries them: Stryker's own runner does not
# stop at the first test that fails, and never activates what is initialised once. Closes with a row for each folder: mutants, tried, killed, endless,
# survived, reached by no test, score. artifacts/mutate keeps the rows and what survived, and goes on where it was stopped until it is deleted.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1

# A random program: what it finds is mostly found by others. And a mutant that fills the memory fails.
export SOFTKERNELS_FUZZ=1 DOTNET_GCHeapHardLimit=0xC0000000

version=5.1.0
output=$PWD/artifacts/mutate
tool=$output/tool-$version
source=$output/source
if [ ! -x "$tool/dotnet-stryker" ]; then
    dotnet tool install dotnet-stryker --version "$version" --tool-path "$tool"
fi

folders=("$@")
if [ "${#folders[@]}" -eq 0 ]; then
    mapfile -t folders < <(git ls-files 'generator/*/*.cs' 'runtime/*.cs' | xargs -n 1 dirname | sed -E 's|^(generator/[^/]+).*|\1|; /Polyfills|Expansion/d' | sort -u)
fi

if [ ! -d "$source" ]; then
    mkdir -p "$source"
    git ls-files --cached --others --exclude-standard -z | xargs -0 tar -c --ignore-failed-read | tar -x -C "$source"
fi

# The project's mutants: one assembly with a switch for each, and a list. Not where the solution lies: then the test project could not be chosen.
write_mutants() {
    local project=$1 assembly=$2
    [ -f "$output/$assembly.json" ] && return
    (cd "$source/$(dirname "$project")" && MUTANTS_PROJECT=$project MUTANTS_ASSEMBLY=$assembly MUTANTS_KEPT=$output/$assembly.dll nice "$tool/dotnet-stryker" \
        --config-file "$(realpath --relative-to=. "$source/tests/mutate.json")" --skip-version-check --project "$(basename "$project")" \
        --test-project "$source/tests/Mutants/SoftKernels.Mutants.csproj" --output "$output/$assembly") > "$output/$assembly.log" || { tail "$output/$assembly.log"; exit 1; }
    cp "$output/$assembly/reports/mutation-report.json" "$output/$assembly.json"
}

# The tests with the loop over mutants as their entry, beside the assembly that holds these.
build_tests() {
    local test=$1 assembly=$2 built=$output/$1.$2
    [ -d "$built" ] && return
    nice dotnet build "$source/tests/$test.Tests" -p:CustomAfterMicrosoftCommonTargets="$source/tests/Mutants/Mutants.targets"
    cp -r "$source/tests/$test.Tests/bin/Debug/net10.0" "$built"
    cp "$output/$assembly.dll" "$built"
}

for folder in "${folders[@]}"; do
    case $folder in
        generator/CodeFixes*) assembly=SoftKernels.CodeFixes project=generator/CodeFixes/SoftKernels.CodeFixes.csproj tests=(CodeFixes) ;;
        generator/Diagnostics*) assembly=SoftKernels.Generator project=generator/SoftKernels.Generator.csproj tests=(CodeFixes Generator) ;;
        generator/*) assembly=SoftKernels.Generator project=generator/SoftKernels.Generator.csproj tests=(Generator) ;;
        runtime*) assembly=SoftKernels project=runtime/SoftKernels.csproj tests=(Kernels) ;;
        *)
            echo "$folder is no folder of generator or runtime." >&2
            exit 1
            ;;
    esac

    write_mutants "$project" "$assembly"
    results=$output/${folder//\//-}
    for test in "${tests[@]}"; do
        build_tests "$test" "$assembly"

        # A mutant that takes the process with it has been noted; the rest follow in another. The coverage comes first, without mutants.
        until nice "$output/$test.$assembly/SoftKernels.$test.Tests" "$assembly" "$output/$assembly.json" "$folder" "${MUTANTS:-0}" "${MUTANTS_SEED:-13}" "$results" "$output/$test.$assembly.coverage"; do
            [ -f "$output/$test.$assembly.coverage" ] || exit 1
        done
    done
done

printf '\n'
for folder in "${folders[@]}"; do
    head -n 1 "$output/${folder//\//-}.txt"
done
