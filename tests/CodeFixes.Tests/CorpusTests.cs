using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SoftKernels.CodeFixes.Tests.Harness;
using Xunit;

namespace SoftKernels.CodeFixes.Tests;

/// <summary>SK2001 on the forms that people write: which unstable ones it sees, that it is silent on the rest, how many can be mended.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private const double Mended = 1 / 3.0;

    /// <summary>Unstable forms that are not seen, and why.</summary>
    private static readonly string[] s_unseen = [];

    /// <summary>Mended forms whose arguments the harness can't make up.</summary>
    private static readonly string[] s_notRun = ["model call, LINQ, float cast", "model call, loop", "member of an element", "member, log", "lambda field"];

    [Fact]
    public async Task Unstable_forms_are_seen_and_a_third_can_be_mended()
    {
        List<string> unseen = [];
        List<string> mended = [];
        List<string> notRun = [];
        int all = 0;
        foreach (var (name, members) in AdviceProgram.All("unstable"))
        {
            all++;
            AdviceProgram program = new(members);
            if ((await program.Diagnostics()).IsEmpty)
            {
                unseen.Add(name);
            }
            else if (await program.Mended(new ByHandFix()) is { } fixedProgram)
            {
                mended.Add(name);
                if (Behaviour.AssertSame(program.ToString(), fixedProgram.ToString()) == 0)
                {
                    notRun.Add(name);
                }
            }
        }

        output.WriteLine($"{all - unseen.Count} of {all} unstable forms are seen, {mended.Count} can be mended: {string.Join("; ", mended)}.");
        Assert.Equal(s_unseen, unseen);
        Assert.Equal(s_notRun, notRun);
        Assert.True(mended.Count >= Mended * (all - unseen.Count), $"{mended.Count} of {all - unseen.Count} can be mended: {string.Join("; ", mended)}");
    }

    /// <summary>Seldom written, and so of no account where fixes are counted.</summary>
    [Fact]
    public async Task Unusual_forms_are_seen_too()
    {
        List<string> unseen = [];
        foreach (var (name, members) in AdviceProgram.All("unusual"))
        {
            AdviceProgram program = new(members);
            if ((await program.Diagnostics()).IsEmpty)
            {
                unseen.Add(name);
            }
            else if (await program.Mended(new ByHandFix()) is { } fixedProgram)
            {
                Behaviour.AssertSame(program.ToString(), fixedProgram.ToString());
            }
        }

        Assert.True(unseen.Count == 0, string.Join("; ", unseen));
    }

    [Fact]
    public async Task Stable_code_is_left_alone()
    {
        List<string> blamed = [];
        var programs = AdviceProgram.All("stable").ToArray();
        foreach (var (name, members) in programs)
        {
            if (!(await new AdviceProgram(members).Diagnostics()).IsEmpty)
            {
                blamed.Add(name);
            }
        }

        output.WriteLine($"{blamed.Count} of {programs.Length} stable forms are blamed.");
        Assert.True(blamed.Count == 0, string.Join("; ", blamed));
    }
}
