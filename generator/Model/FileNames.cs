using System.Globalization;
using System.Text;

namespace SoftKernels.Generator.Model;

/// <summary>How generated files are named: by the type's full metadata name.</summary>
internal static class FileNames
{
    /// <summary>What each of them ends with.</summary>
    public const string Suffix = ".SoftKernel.g.cs";

    /// <summary>File systems take 255 bytes, of which the ending needs some.</summary>
    private const int MostBytesOfName = 200;

    /// <summary>Of a longer name, the last ones are kept: at most three bytes each, or four for two.</summary>
    private const int LettersOfLongName = 64;

    /// <param name="metadataName">Of the type.</param>
    /// <param name="isAmbiguous">Whether another annotated type's name differs by case only: C# tells them apart, file names do not.</param>
    public static string HintName(string metadataName, bool isAmbiguous)
    {
        string name = metadataName.Replace('`', '-');
        bool isTooLong = Encoding.UTF8.GetByteCount(name) > MostBytesOfName;
        string kept = isTooLong ? name.Substring(name.Length - LettersOfLongName) : name;
        return isAmbiguous || isTooLong ? kept + "-" + StableHash.Of(metadataName).ToString("x8", CultureInfo.InvariantCulture) + Suffix : name + Suffix;
    }
}
