using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftKernels.Generator.Tests.Harness;

namespace SoftKernels.Generator.Tests.Fuzzing;

/// <summary>A few files of annotated types, mixed from what users write and from what they should not; the same for the same seed.</summary>
internal sealed class RandomProgram
{
    // Twice in a list: twice as likely.
    private static readonly string[] s_names =
    [
        "Kernels", "Kernels", "KERNELS", "kernels", "Digits", "Digits", "K", "@class", "@record", "@float", "@file", "Größe", "数字", "A‿B", "e\u0301", "_", "__a1",
        "System", "Span", "SoftMath", "MathF", "SoftKernels", "Softmax", "Max4", "ArgMax", "A_B",
    ];

    private static readonly string[] s_namespaces =
        ["", "", "", "N", "n", "N.M", "A.@in.B", "User.System", "User.SoftKernels", "User.System.Runtime", "Größe.数", "global.var"];

    private static readonly string[] s_kinds = ["class", "class", "class", "static class", "struct", "ref struct", "readonly struct", "record", "record struct", "interface", "abstract class", "sealed class"];
    private static readonly string[] s_partial = ["partial ", "partial ", "partial ", "partial ", "partial ", "partial ", "partial ", ""];
    private static readonly string[] s_access = ["", "", "", "public ", "internal ", "file ", "unsafe "];
    private static readonly string[] s_generics = ["", "", "", "", "<T>", "<T, U>", "<@int, System>", "<Span>", "<Max4>"];
    private static readonly string[] s_constraints = ["", " where {0} : class", " where {0} : struct", " where {0} : unmanaged", " where {0} : notnull", " where {0} : new()", " where {0} : global::System.IComparable<{0}>"];

    private static readonly string[] s_attributes =
        ["SoftKernel", "SoftKernel", "SoftKernelAttribute", "SoftKernels.SoftKernel", "global::SoftKernels.SoftKernel", "global::SoftKernels.SoftKernelAttribute", "Alias", "Everywhere", "type: Alias"];

    private static readonly string[] s_sizes =
        ["4", "4", "1", "2", "3", "4", "5", "10", "0x10", "1_7", "2 + 2", "Sizes.Four", "Sizes.Four * 3", "(int)'\\x7'", "nameof(Sizes).Length", "default", "0", "-1", "int.MinValue", "(int)1e9", "1e9", "65537", "Missing", "\"4\"", "null", "4L", "checked(int.MaxValue + 1)", "unchecked(int.MaxValue + 1)", ""];

    private static readonly string[] s_elementTypes =
        ["", "", "", "", "float", "double", "double", "System.Single", "global::System.Double", "System.Half", "int", "Missing", "System.Collections.Generic.List<>", "T", "float[]", "Kernels"];

    private static readonly string[] s_operations =
        ["Max", "Max", "Max", "Max", "ArgMax", "HardMax", "Softmax", "LogSumExp", "LogSoftmax", "Max | Everything.ArgMax", "Training", "Entropy", "None", "Missing"];

    private static readonly string[] s_extras = ["None", "None", "None", "Mask", "Temperature | Extra.Columns", "Missing"];

    private static readonly string[] s_kernelNames =
    [
        "\"A\"", "\"A\"", "\"B\"", "\"4\"", "\"4Rows\"", "\"4Core\"", "\"Rows\"", "\"ARows\"", "\"\"", "\" \"", "\"A-B\"", "\"class\"", "\"Größe\"", "\"A\\u200d\"",
        "null", "nameof(Sizes)", "Missing", "1",
    ];

    private static readonly string[] s_members =
    [
        "", "", "", "", "static int System, Span;", "const int Max4 = 1;", "static void Softmax4() { }", "static int Max4Rows(int x) => x;", "class Math { }",
        "static float Max4(global::System.ReadOnlySpan<float> values) => 0;", "delegate void Max();", "static float Max4<T>(global::System.ReadOnlySpan<float> values) => 0;", "static void M( { }",
    ];

    private static readonly string[] s_headers =
    [
        "using SoftKernels;", "using SoftKernels;", "using SoftKernels;", "using global::SoftKernels;", "", "#nullable enable\nusing SoftKernels;", "#pragma warning disable CS1591\nusing SoftKernels;",
    ];

    private readonly Random _random;

    private RandomProgram(int seed) => _random = new(seed);

    /// <summary>With an edit of it: one of its files is another.</summary>
    public static (CSharpCompilation Program, CSharpCompilation Edited) Of(int seed)
    {
        var random = new RandomProgram(seed);
        Consumer consumer = random.OneOf<Consumer>(Consumer.Net80, Consumer.Net100, Consumer.Net80, Consumer.NetStandard20) with
        {
            Nullable = random.OneOf(NullableContextOptions.Disable, NullableContextOptions.Enable),
            Language = random.OneOf(LanguageVersion.Latest, LanguageVersion.Latest, LanguageVersion.Latest, LanguageVersion.CSharp10, LanguageVersion.CSharp8, LanguageVersion.CSharp7_3),
        };
        if (consumer.Language < LanguageVersion.CSharp8)
        {
            consumer = consumer with { Nullable = NullableContextOptions.Disable };
        }

        string[] files =
        [
            $"{(consumer.Language >= LanguageVersion.CSharp10 ? "global using Everywhere = SoftKernels.SoftKernelAttribute;" : "")} static class Sizes {{ public const int Four = 4; }}",
            .. Enumerable.Range(0, random._random.Next(1, 4)).Select(_ => random.File()),
        ];
        CSharpCompilation program = consumer.Compile(files);
        SyntaxTree replaced = random.OneOf([.. program.SyntaxTrees]);
        SyntaxTree replacement = CSharpSyntaxTree.ParseText(random.File(), (CSharpParseOptions)replaced.Options, replaced.FilePath);
        return (program, program.ReplaceSyntaxTree(replaced, replacement));
    }

    private string File()
    {
        var text = new StringBuilder(OneOf(s_headers)).Append("\nusing Alias = SoftKernels.SoftKernelAttribute; using Everything = SoftKernels.SoftOperations; using Extra = SoftKernels.SoftExtras;\n");
        for (int i = _random.Next(1, 3); i > 0; i--)
        {
            string name = OneOf(s_namespaces);
            text.Append(name.Length == 0 ? Type(_random.Next(3)) : $"namespace {name} {{ {Type(_random.Next(3))} }}").Append('\n');
        }

        return text.ToString();
    }

    private string Type(int depth)
    {
        string body = OneOf(s_members);
        if (depth > 0)
        {
            body += " " + Type(depth - 1);
        }

        bool isAnnotated = depth == 0 || OneIn(3);
        string attributes = isAnnotated ? string.Join(" ", Enumerable.Range(0, OneIn(3) ? 2 : 1).Select(_ => Attribute())) + " " : "";
        string generics = OneOf(s_generics);
        string constraints = generics.Length == 0 ? "" : string.Format(null, OneOf(s_constraints), generics.Split(',')[0].Trim('<', '>'));
        string kind = OneOf(s_kinds);
        string[] words = kind.Split(' ');
        int first = Array.FindIndex(words, word => word is "class" or "struct" or "record" or "interface");
        string declaration = string.Concat(words[..first].Select(word => word + " ")) + OneOf(s_partial) + string.Join(" ", words[first..]);
        string head = $"{declaration} {OneOf(s_names)}{generics}{constraints}";
        return OneIn(5) ? $"{attributes}{OneOf(s_access)}{head} {{ {body} }} {(OneIn(2) ? Attribute() : "")} {head} {{ }}" : $"{attributes}{OneOf(s_access)}{head} {{ {body} }}";
    }

    /// <summary>Usually one short operation: the bodies of all are tested elsewhere, and take time to compile.</summary>
    private string Attribute()
    {
        List<string> arguments = [];
        string elementType = OneOf(s_elementTypes);
        string size = OneIn(3) ? OneOf(s_sizes) : OneOf(s_sizes[..12]);
        string unnamed = OneIn(3) ? OneOf("", "", "size: ") + size : "";
        if (!OneIn(30) && (unnamed.Length == 0 || OneIn(8)))
        {
            arguments.Add("Size = " + size);
        }

        if (OneIn(3))
        {
            arguments.Add("Name = " + OneOf(s_kernelNames));
        }

        if (OneIn(8))
        {
            arguments.Add("Extras = Extra." + OneOf(s_extras));
        }

        if (elementType.Length > 0)
        {
            arguments.Add($"ElementType = typeof({elementType})");
        }

        if (!OneIn(30))
        {
            arguments.Add("Operations = Everything." + OneOf(s_operations));
        }

        string[] shuffled = [.. unnamed.Length > 0 ? [unnamed] : Array.Empty<string>(), .. arguments.OrderBy(_ => _random.Next())];
        return $"[{OneOf(s_attributes)}({string.Join(", ", shuffled)})]";
    }

    private T OneOf<T>(params T[] values) => values[_random.Next(values.Length)];

    private bool OneIn(int times) => _random.Next(times) == 0;
}
