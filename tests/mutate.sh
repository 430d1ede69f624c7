#!/usr/bin/env bash
# Changes the generator or the runtime in one place after the other and says which changes no test notices: dotnet-stryker, folder by folder, in a
# copy of the source, so that nothing here is built over. tests/mutate.sh generator/Layouts runtime/Numerics/Rows; without arguments, all folders.
# A folder takes minutes to hours. Closes with the score of each; artifacts/mutate/<folder> keeps the report.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1

# A few random programs: what they find is mostly found by others, and each mutant would run them all.
export SOFTKERNELS_FUZZ=${SOFTKERNELS_FUZZ:-10}

version=5.1.0
output=$PWD/artifacts/mutate
tool=$output/tool-$version
if [ ! -x "$tool/dotnet-stryker" ]; then
    dotnet tool install dotnet-stryker --version "$version" --tool-path "$tool"
fi

folders=("$@")
if [ "${#folders[@]}" -eq 0 ]; then
    mapfile -t folders < <(git ls-files 'generator/*/*.cs' 'runtime/*.cs' | xargs -n 1 dirname | sed -E 's|^(generator/[^/]+).*|\1|; /Polyfills|Expansion/d' | sort -u)
fi

source=$output/source
rm -rf "$source"
mkdir -p "$source"
git ls-files --cached --others --exclude-standard -z | xargs -0 tar -c --ignore-failed-read | tar -x -C "$source"

scores=""
for folder in "${folders[@]}"; do
    case $folder in
        generator/CodeFixes*) project=generator/CodeFixes/SoftKernels.CodeFixes.csproj tests=(CodeFixes) ;;
        generator/Diagnostics*) project=generator/SoftKernels.Generator.csproj tests=(Generator CodeFixes) ;;
        generator/*) project=generator/SoftKernels.Generator.csproj tests=(Generator) ;;
        runtime*) project=runtime/SoftKernels.csproj tests=(Kernels) ;;
        *)
            echo "$folder is no folder of generator or runtime." >&2
            exit 1
            ;;
    esac

    arguments=()
    for test in "${tests[@]}"; do
        arguments+=(--test-project "$source/tests/$test.Tests/SoftKernels.$test.Tests.csproj")
    done

    # The files of runtime itself are a folder of their own; of all others, what is below counts too.
    pattern="**/${folder#*/}/**/*.cs"
    [ "$folder" = runtime ] && pattern="*.cs"

    # Not where the solution lies: then the test projects could not be chosen.
    log=$output/${folder//\//-}.log
    (cd "$source/$(dirname "$project")" && nice "$tool/dotnet-stryker" --config-file "$(realpath --relative-to=. "$source/tests/mutate.json")" \
        --skip-version-check --project "$(basename "$project")" "${arguments[@]}" --mutate "$pattern" --output "$output/${folder//\//-}") | tee "$log"
    scores+=$(printf '%-32s %s' "$folder" "$(sed -nE 's/.*The final mutation score is ([0-9.]+ %).*/\1/p' "$log" | tail -n 1)")$'\n'
done

printf '\n%s' "$scores"
