#!/usr/bin/env bash
# Builds the documentation site into artifacts/site: the repository's pages, the rules, the samples and the API from the comments in the code.
# Open artifacts/site through any web server: docs/site.sh serve runs one. A page or link that is missing ends it.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

source=artifacts/site-source
dotnet tool restore
dotnet build runtime -v quiet -c Release -f net10.0 -p:RunAnalyzers=false

# The pages where they lie in the repository, so that their links hold, and over them what is the site's own.
rm -rf "$source" artifacts/site
mkdir -p "$source/library"
git ls-files --cached --others --exclude-standard -z -- ':(glob)*.md' LICENSE 'docs/*' 'samples/*.md' 'samples/one-file/*.cs' 'samples/notebook/*' 'samples/Policy/games/*' \
    'benchmarks/*.md' 'tests/*.md' 'tests/Kernels.Tests/Suite/*.cs' 'runtime/Numerics/Half/HalfFormat.cs' 'samples/Playground/Safety/*.cs' ':!docs/site/*' \
    | xargs -0 tar -c --ignore-failed-read | tar -x -C "$source"
cp -r docs/site/. "$source"
cp runtime/bin/Release/net10.0/SoftKernels.{dll,xml} "$source/library"

cd "$source"
dotnet docfx docfx.json --warningsAsErrors
# The tool's list of what it has written says where; sources of its scripts are most of the site's size, and no reader's.
rm ../site/manifest.json ../site/public/*.map
if [ "${1:-}" = serve ]; then
    dotnet docfx serve ../site
fi
