using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using SoftKernels.Package.Tests.Harness;
using Xunit;

namespace SoftKernels.Package.Tests;

/// <summary>The page about migration: its command does what it shows.</summary>
public sealed partial class MigrationTests
{
    [PackageFact]
    public async Task A_project_is_migrated_by_one_command()
    {
        var page = (await File.ReadAllTextAsync(Repository.At("docs", "migration.md"))).Split("## All of a project at once")[1].Split("\n## ")[0];
        var blocks = Block().Matches(page).Select(block => block.Groups["code"].Value).ToArray();
        var folder = await Workspace.Alone("migration");
        await File.WriteAllTextAsync(Path.Combine(folder, "migration.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SoftKernels" Version="{Workspace.Version}" />
                <PackageReference Include="System.Numerics.Tensors" Version="{Repository.VersionOf("System.Numerics.Tensors")}" />
              </ItemGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), """
            float[] weights = new float[3];
            Scores.Weigh([89, 1], weights);
            Console.WriteLine($"{Scores.Softmax([710, 710])[0]} {Scores.LogSumExp([1000, 0])} {weights[0]}");
            """);
        var scores = Path.Combine(folder, "Scores.cs");
        await File.WriteAllTextAsync(scores, blocks[1]);
        Assert.Equal("NaN Infinity NaN", (await Tool.Run(folder, "dotnet", "run")).Trim());

        var command = blocks[0].Trim().Split(' ');
        await Tool.Run(folder, command[0], command[1..]);

        Assert.Equal(blocks[2], await File.ReadAllTextAsync(scores));
        Assert.Equal("0.5 1000 1", (await Tool.Run(folder, "dotnet", "run")).Trim());
    }

    [GeneratedRegex("```(csharp)?\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
