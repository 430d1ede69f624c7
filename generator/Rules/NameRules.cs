using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Operations;
using SoftKernels.Generator.Planning;

namespace SoftKernels.Generator.Rules;

/// <summary>Does each name make methods that C# can tell apart?</summary>
internal static class NameRules
{
    /// <summary>Metadata takes names of 1,023 bytes, of which a letter needs up to three.</summary>
    private const int MostLetters = 200;

    private const string Unnameable = "which can't be part of a method's name: write letters, digits and underscores, as in 'Name = \"Classes\"'";

    /// <summary>What is wrong with the name itself.</summary>
    public static Diagnostic? Violation(KernelAttribute attribute, string type) => attribute.Name switch
    {
        null => null,
        { Length: > MostLetters } => Of(attribute, type, $"which is longer than {Invariant.Text(MostLetters)} letters: write a shorter one"),
        { } name => IsPart(name) ? null : Of(attribute, type, Unnameable),
    };

    /// <summary>What sound attributes make twice, at the name that is to blame.</summary>
    public static IEnumerable<Diagnostic> Clashes(AnnotatedType type)
    {
        List<KernelAttribute> before = [];
        List<KernelAttribute> named = [];
        foreach (KernelAttribute attribute in type.Attributes)
        {
            (attribute.Name is null ? before : named).Add(attribute);
        }

        foreach (KernelAttribute attribute in named)
        {
            if (Clash(attribute, before) is var (words, other))
            {
                yield return Of(attribute, type.Name, words, other);
            }

            before.Add(attribute);
        }
    }

    /// <summary>The first method of a kernel that has a namesake with the same parameters, and whose that is: <see langword="null"/> where it is for any length.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="before">The others, which have no such methods among them.</param>
    /// <param name="operations">Those that there are.</param>
    public static (string Method, KernelModel? Other)? Namesake(KernelModel kernel, IEnumerable<KernelModel> before, IReadOnlyList<Operation> operations)
    {
        Dictionary<string, KernelModel?> owners = [];
        foreach (KernelModel other in before)
        {
            foreach (MethodPlan method in Methods(other, operations))
            {
                owners[Key(method)] = method.Form == MethodForm.AnyLength ? null : other;
            }
        }

        List<MethodPlan> own = Methods(kernel, operations);
        foreach (MethodPlan method in own.FindAll(method => method.Form == MethodForm.AnyLength))
        {
            owners[Key(method)] = null;
        }

        foreach (MethodPlan method in own.FindAll(method => method.Form != MethodForm.AnyLength))
        {
            if (owners.TryGetValue(Key(method), out KernelModel? owner))
            {
                return (method.Shape.Name, owner);
            }
        }

        return null;
    }

    private static (string Words, KernelAttribute? Other)? Clash(KernelAttribute attribute, List<KernelAttribute> before)
    {
        KernelModel kernel = attribute.Model;
        if (before.Find(other => other.SizeName == attribute.SizeName && other.Size != attribute.Size) is { } taken)
        {
            return ($"which stands for Size = {Invariant.Text(taken.Size.GetValueOrDefault())} in another [SoftKernel] already: give each size a name of its own", taken);
        }

        if (Namesake(kernel, before.ConvertAll(other => other.Model), OperationCatalog.All) is not var (method, owner))
        {
            return null;
        }

        string whose = owner is null ? "one for any length" : owner.Name is { } name ? "that of Name = " + Literal(name) : "that of Size = " + Invariant.Text(owner.Size);
        return ($"which makes a second '{method}' beside {whose}: choose another name", owner is null ? null : before.Find(other => other.Model == owner));
    }

    /// <summary>What may stand within an identifier, but for letters that nobody sees: the compiler ignores them.</summary>
    private static bool IsPart(string name)
    {
        foreach (char letter in name)
        {
            if (!SyntaxFacts.IsIdentifierPartCharacter(letter) || IsInvisible(letter))
            {
                return false;
            }
        }

        return name.Length > 0;
    }

    private static bool IsInvisible(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format;

    private static List<MethodPlan> Methods(KernelModel kernel, IReadOnlyList<Operation> operations) => KernelMethods.Of([kernel], operations, KernelMethods.Forms);

    private static string Key(MethodPlan method) => method.Shape.Name + "(" + string.Join(", ", method.Shape.Signature) + ")";

    private static string Literal(string name)
    {
        string literal = SymbolDisplay.FormatLiteral(name.Length <= MostLetters ? name : name.Substring(0, 20) + "…", quote: true);
        StringBuilder visible = new();
        foreach (char letter in literal)
        {
            visible.Append(IsInvisible(letter) ? "\\u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture) : letter.ToString());
        }

        return visible.ToString();
    }

    private static Diagnostic Of(KernelAttribute attribute, string type, string words, KernelAttribute? other = null) => Diagnostic.Create(
        Rule.NameDoesNotFit, attribute.Location(nameof(attribute.Name)), other is null ? [] : [other.Location()], type, Literal(attribute.Name!), words);
}
