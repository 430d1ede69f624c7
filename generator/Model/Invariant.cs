using System.Globalization;

namespace SoftKernels.Generator.Model;

/// <summary>Numbers as C# writes them, in every culture.</summary>
internal static class Invariant
{
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
