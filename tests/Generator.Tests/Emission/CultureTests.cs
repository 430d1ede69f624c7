using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using SoftKernels.Generator.Tests.Harness;
using Xunit;

namespace SoftKernels.Generator.Tests.Emission;

/// <summary>Cultures with another minus sign, decimal comma and dotless i leave no trace in the text.</summary>
public sealed class CultureTests
{
    private const string Source = """
        [SoftKernels.SoftKernel(Size = 10)]
        [SoftKernels.SoftKernel(Size = 1000, ElementType = typeof(double))]
        static partial class INDIGO { }
        """;

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    public void The_text_is_the_same_under_a_hostile_culture(string culture) => Assert.Equal(Generate("en-US"), Generate(culture));

    [Fact]
    public Task A_number_in_a_message_is_written_as_in_code()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fi-FI");

        return RuleCheck.Rejects(
            "[SoftKernels.SoftKernel({|SK0002:Size = -1|})] partial class C { }",
            "[SoftKernel] on 'C' has Size = -1: write 'Size = N', with N from 1 to 65,536");
    }

    [Fact]
    public void The_cultures_are_hostile()
    {
        Assert.Equal("−1,5", (-1.5).ToString(CultureInfo.GetCultureInfo("fi-FI")));
        Assert.Equal("ı", "I".ToLower(CultureInfo.GetCultureInfo("tr-TR")));
    }

    /// <summary>A test's culture is its own: it ends with the test.</summary>
    private static string[] Generate(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        return [.. GeneratorRun.Of(Consumer.Net80.Compile(Source)).Files.Select(file => $"{file.HintName}\n{file.SourceText}")];
    }
}
