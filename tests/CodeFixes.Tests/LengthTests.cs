using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SoftKernels.Generator.Rules;
using Xunit;
using Check = SoftKernels.CodeFixes.Tests.Harness.RuleCheck<SoftKernels.Generator.Diagnostics.Calls.CallAnalyzer>;

namespace SoftKernels.CodeFixes.Tests;

/// <summary>SK1001.</summary>
public sealed class LengthTests
{
    [Theory]
    [InlineData("K.Max4({|SK1001:new float[5]|});")]
    [InlineData("K.Max4({|SK1001:new float[] { 1, 2, 3 }|});")]
    [InlineData("K.Max4({|SK1001:new[] { 1f, 2, 3 }|});")]
    [InlineData("K.Max4({|SK1001:stackalloc float[5]|});")]
    [InlineData("K.Max4({|SK1001:stackalloc float[] { 1, 2, 3 }|});")]
    [InlineData("K.Max4({|SK1001:stackalloc[] { 1f, 2, 3 }|});")]
    [InlineData("K.Max4({|SK1001:[1f, 2f]|});")]
    [InlineData("K.Max4({|SK1001:[1f, .. new float[7]]|});")]
    [InlineData("K.Max4({|SK1001:[]|});")]
    [InlineData("K.Max4({|SK1001:default|});")]
    [InlineData("K.Max4({|SK1001:new float[Five]|});")]
    [InlineData("K.Max4({|SK1001:new float[Five * 2 - 1]|});")]
    [InlineData("K.Max4({|SK1001:given.AsSpan(0, 5)|});")]
    [InlineData("K.Max4({|SK1001:given.AsSpan(2, 5)|});")]
    [InlineData("K.Max4({|SK1001:given.AsSpan(1..6)|});")]
    [InlineData("K.Max4({|SK1001:given[..3]|});")]
    [InlineData("K.Max4({|SK1001:span.Slice(3, 5)|});")]
    [InlineData("K.Max4({|SK1001:span[2..7]|});")]
    [InlineData("K.Max4({|SK1001:span[..5]|});")]
    [InlineData("K.Max4({|SK1001:span.Slice(1, 6)[1..]|});")]
    [InlineData("K.Max4({|SK1001:new float[9].AsSpan(4)|});")]
    [InlineData("K.Max4({|SK1001:new float[9].AsSpan()[..^2]|});")]
    [InlineData("K.Max4({|SK1001:new float[9].AsSpan(^3)|});")]
    [InlineData("K.Max4({|SK1001:new Span<float>(given, 1, 3)|});")]
    [InlineData("K.Max4({|SK1001:new ReadOnlySpan<float>(new float[3])|});")]
    [InlineData("K.Max4({|SK1001:(ReadOnlySpan<float>)new float[3]|});")]
    [InlineData("K.Max4({|SK1001:span[..3].ToArray()|});")]
    [InlineData("var row = new float[5]; K.Max4({|SK1001:row|});")]
    [InlineData("Span<float> row = stackalloc float[5]; row[0] = 1; K.Max4({|SK1001:row|});")]
    [InlineData("float[] row = [1, 2]; K.Max4({|SK1001:row|});")]
    [InlineData("float[] row = { 1, 2 }; K.Max4({|SK1001:row|});")]
    [InlineData("int n = 5; var row = new float[n]; var view = row.AsSpan(); K.Max4({|SK1001:view|}); K.Max4({|SK1001:view[2..]|});")]
    [InlineData("var row = new float[5]; var other = new float[row.Length + 1]; K.Max4({|SK1001:other|});")]
    [InlineData("var row = new float[5]; Func<float> max = () => K.Max4({|SK1001:row|});")]
    [InlineData("K.Max4({|SK1001:s_five|}); K.Max4({|SK1001:_three|}); K.Max4({|SK1001:this._three|}); K.Max4({|SK1001:Other.Two|}); K.Max4({|SK1001:new Other().One|});")]
    [InlineData("K.Max4({|SK1001:new float[s_length]|});")]
    [InlineData("Inline5 row = default; K.Max4({|SK1001:row|}); K.Max4({|SK1001:row[1..3]|}); K.Max4({|SK1001:_inline|});")]
    [InlineData("K.Softmax4({|SK1001:new float[5]|}, {|SK1001:new float[3]|});")]
    [InlineData("K.Softmax4(probabilities: {|SK1001:new float[5]|}, logits: span);")]
    [InlineData("int n = 5; int m = -n; K.Max4({|SK1001:new float[n]|});")]
    [InlineData("var row = new float[5]; K.Max4({|SK1001:row|}!); K.Max4(({|SK1001:row|}));")]
    [InlineData("K.Max4({|SK1001:_namesake|}); K.Max4({|SK1001:new float[9].AsSpan()[^5..]|}); K.Max4({|SK1001:new float[9].AsSpan(9)|}); K.Max4({|SK1001:new float[4].AsSpan(0, 0)|});")]
    [InlineData("K.Softmax4({|SK1001:given.AsSpan(0, 5)|}, given.AsSpan(2, 4));")]
    [InlineData("K.HardMax4(span, {|SK1001:stackalloc float[8]|});")]
    [InlineData("K.Max2({|SK1001:new double[4]|});")]
    [InlineData("K.Max4Rows({|SK1001:new float[9]|}, new float[2]);")]
    [InlineData("K.Max4Rows(new float[8], {|SK1001:new float[3]|});")]
    [InlineData("K.ArgMax4Rows(new float[8], {|SK1001:new int[8]|});")]
    [InlineData("K.Softmax4Rows(new float[8], {|SK1001:new float[4]|});")]
    [InlineData("K.ArgMax4({|SK1001:new float[5]|}, out float p); K.ArgMax4Rows(new float[8], {|SK1001:new int[8]|}, {|SK1001:new float[1]|});")]
    [InlineData("K.SoftmaxLogSumExp4({|SK1001:new float[5]|}, {|SK1001:new float[3]|});")]
    [InlineData("K.SoftmaxLogSumExp4Rows({|SK1001:new float[9]|}, new float[9], new float[2]);")]
    [InlineData("K.SoftmaxLogSumExp4Rows(new float[8], {|SK1001:new float[4]|}, {|SK1001:new float[8]|});")]
    [InlineData("K.Softmax4Rows(span, {|SK1001:new float[5]|});")]
    [InlineData("K.MaxFaces({|SK1001:new float[5]|});")]
    [InlineData("K.MaxFacesRows({|SK1001:new float[8]|}, new float[1]); K.MaxFacesRows(new float[12], {|SK1001:new float[1]|});")]
    public Task SK1001_a_length_is_known_and_does_not_fit(string statements) => Check.Reports(Program(statements));

    [Theory]
    [InlineData("K.Max4(new float[4]); K.Max4([1, 2, 3, 4]); K.Max4(stackalloc float[4]); K.Max4([.. new float[3], 1]);")]
    [InlineData("K.MaxFaces(new float[6]); K.MaxFacesRows(new float[12], new float[2]); K.Max(new float[5]);")]
    [InlineData("K.ArgMax4(new float[4], out float p); K.ArgMax4Rows(new float[8], new int[2], new float[2]); K.SoftmaxLogSumExp4Rows(new float[8], new float[8], new float[2]);")]
    [InlineData("K.Max4(new float[9].AsSpan(5)); K.Max4(given.AsSpan(2, 4)); K.Max4(span[1..5]); K.Max4(span[^4..]); K.Max4(span[5..]);")]
    [InlineData("K.Max4(given); K.Max4(span); K.Max4(given.AsSpan(1)); K.Max4(null); K.Max4(given[1..]);")]
    [InlineData("K.Max4(new float[given.Length]); K.Max4(span.Slice(0, given.Length)); K.Max4(span[..(given.Length - 1)]);")]
    [InlineData("K.Max4([.. given]); K.Max4([1, .. given]);")]
    [InlineData("var row = new float[5]; row = new float[4]; K.Max4(row);")]
    [InlineData("var row = new float[5]; Array.Resize(ref row, 4); K.Max4(row);")]
    [InlineData("var row = new float[5]; (row, _) = (given, 0); K.Max4(row);")]
    [InlineData("var row = new float[5]; Action change = () => row = given; change(); K.Max4(row);")]
    [InlineData("var row = new float[5]; ref var alias = ref row; alias = given; K.Max4(row);")]
    [InlineData("float[] row; row = new float[5]; row = given; K.Max4(row);")]
    [InlineData("int n = 5; n--; K.Max4(new float[n]);")]
    [InlineData("for (int n = 5; n > 4; n--) { K.Max4(new float[n]); }")]
    [InlineData("foreach (var row in new[] { new float[4] }) { K.Max4(row); }")]
    [InlineData("K.Max4(given.Length > 4 ? new float[5] : given);")]
    [InlineData("K.Max4(_assigned); K.Max4(s_mutable); K.Max4(Other.Assigned); K.Max4(Parts.Assigned);")]
    [InlineData("Inline5 row = default; K.Max4(row[..4]);")]
    [InlineData("K.Softmax(new float[5], new float[5]); K.Max(new float[1]); SoftMath.Max(new float[5]);")]
    [InlineData("K.Max4Rows(new float[8], new float[2]); K.ArgMax4Rows(new float[8], new int[2]); K.Softmax4Rows(new float[12], new float[12]);")]
    [InlineData("K.Max4Rows([], []); K.Max4Rows(span, new float[3]); K.Softmax4Rows(span, new float[8]);")]
    [InlineData("K.Max4(1, new float[5]); Namesake.Max4(new float[5]); new Namesake().Max5(new float[4]);")]
    [InlineData("int n = 5; --n; K.Max4(new float[n]);")]
    [InlineData("int n = 3; ++n; K.Max4(new float[n]);")]
    [InlineData("unsafe { int n = 5; int* p = &n; *p = 4; K.Max4(new float[n]); }")]
    [InlineData("int n = 5; ref int m = ref n; m = 4; K.Max4(new float[n]);")]
    [InlineData("int n = 5; ref int m = ref n; n = 4; K.Max4(new float[m]);")]
    [InlineData("int n = 5; (n) = 4; K.Max4(new float[n]);")]
    [InlineData("int n = int.MaxValue; K.Max4(new float[n + 5]);")]
    [InlineData("int n = int.MinValue; K.Max4(new float[n - 5]);")]
    [InlineData("int n = 65536; K.Max4(new float[n * n + 5]);")]
    [InlineData("var row = new float[5]; void Fill(out float[] r) => r = given; Fill(out row); K.Max4(row);")]
    [InlineData("K.Max4(_givenLater); K.Max4(new float[_lengthGivenLater]);")]
    [InlineData("K.Max4(new float[3].AsSpan(1, 5)); K.Max4(given.AsSpan(-1, 5)); K.Max4(given.AsSpan(1, -2)); K.Max4(new float[3].AsSpan(5)); K.Max4(new float[3].AsSpan()[2..1]);")]
    [InlineData("K.Max4(new float[9].AsSpan(^given.Length)); K.Max4(new float[9].AsSpan()[..^given.Length]); K.Max4(new float[9].AsSpan()[given.Length..5]);")]
    [InlineData("void Of(ref float[] row, in int n) { K.Max4(row); K.Max4(new float[n]); }")]
    [InlineData("K.Max4(Other.Circle); K.Max4(new float[Other.Left]); K.Max4(new float[Other.Self]);")]
    public Task What_fits_or_is_not_known_is_accepted(string statements) => Check.IsSilent(Program(statements));

    [Theory]
    [InlineData("Assert.Throws<ArgumentException>(() => K.Max4(new float[5]));")]
    [InlineData("Assert.Throws<ArgumentException>(() => { var row = new float[5]; K.Softmax4(row, row); });")]
    [InlineData("Assert.Throws<ArgumentException>(delegate { K.Max4(new float[5]); });")]
    [InlineData("Assert.Throws(typeof(ArgumentException), () => K.Max4(new float[5]));")]
    [InlineData("Assert.ThrowsAny<Exception>(() => Assert.Equal(1, K.Max4(new float[5])));")]
    [InlineData("Assert.ThrowsAsync<Exception>(async () => { await Task.Yield(); K.Max4(new float[5]); });")]
    [InlineData("Assert.ThrowsAsync<Exception>(() => Task.Run(() => K.Max4(new float[5])));")]
    [InlineData("Assert.ThrowsException<Exception>(() => (object)K.Max4(new float[5]));")]
    [InlineData("Assert.Catch(() => K.Max4(new float[5]));")]
    [InlineData("Assert.That(() => K.Max4(new float[5]), Throws.ArgumentException);")]
    [InlineData("Assert.That(() => K.Max4(new float[5]), Throws.TypeOf<Exception>());")]
    [InlineData("var exception = Record.Exception(() => K.Max4(new float[5]));")]
    [InlineData("Record.ExceptionAsync(async () => { await Task.Yield(); K.Max4(new float[5]); });")]
    [InlineData("Action act = () => K.Max4(new float[5]); Assert.Throws<ArgumentException>(act);")]
    [InlineData("Func<object> act = () => K.Max4(new float[5]); Assert.Throws<ArgumentException>(act);")]
    [InlineData("Action act; act = () => K.Max4(new float[5]); act.Should().Throw<Exception>();")]
    [InlineData("Action act = () => K.Max4(new float[5]); act.Should().ThrowExactly<Exception>();")]
    [InlineData("Act(() => K.Max4(new float[5])).Should().Throw<Exception>();")]
    [InlineData("void Act() => K.Max4(new float[5]); Assert.Throws<ArgumentException>(Act);")]
    [InlineData("Assert.Throws<ArgumentException>(() => K.Softmax4(given.AsSpan(0, 4), given.AsSpan(1, 4)));")]
    public Task A_call_that_is_there_to_throw_is_accepted(string statements) => Check.IsSilent(Program(statements) + Assertions);

    [Theory]
    [InlineData("Assert.DoesNotThrow(() => K.Max4({|SK1001:new float[5]|}));")]
    [InlineData("Assert.Equal(1, K.Max4({|SK1001:new float[5]|}));")]
    [InlineData("var row = K.Max4({|SK1001:new float[5]|}); Assert.Throws<ArgumentException>(() => row.ToString());")]
    [InlineData("Action act = () => K.Max4({|SK1001:new float[5]|}); act(); act.Should().NotThrow();")]
    [InlineData("Task.Run(() => K.Max4({|SK1001:new float[5]|}));")]
    [InlineData("void Act() => K.Max4({|SK1001:new float[5]|}); Act();")]
    [InlineData("Assert.ThrowIfNull(() => K.Max4({|SK1001:new float[5]|}));")]
    public Task A_call_that_is_not_is_reported(string statements) => Check.Reports(Program(statements) + Assertions);

    [Fact]
    public Task The_message_says_what_where_and_how_to_mend_it() => Check.Reports(
        Rule.LengthDoesNotFit,
        Program("""
            K.Max4({|#0:new float[9]|});
            K.Softmax4(span, {|#1:new float[1]|});
            K.Softmax4Rows({|#2:new float[9]|}, span);
            K.Softmax4Rows(new float[8], {|#3:new float[4]|});
            K.ArgMax4Rows(new float[4], {|#4:new int[4]|});
            """),
        "'K.Max4' takes exactly 4 values in 'values', but this argument holds 9: pass exactly 4, or call 'K.Max', which takes any length",
        "'K.Softmax4' takes exactly 4 values in 'probabilities', but this argument holds 1: pass exactly 4",
        "'K.Softmax4Rows' takes a multiple of 4 values in 'logits', but this argument holds 9: pass whole rows of 4 values each",
        "'K.Softmax4Rows' takes 8 values, as many as 'logits', in 'probabilities', but this argument holds 4: pass exactly 8",
        "'K.ArgMax4Rows' takes 1 value, one for each row, in 'indices', but this argument holds 4: pass exactly 1");

    /// <summary>Somebody else wrote it.</summary>
    [Fact]
    public Task Generated_code_is_left_alone() => Check.IsSilent("// <auto-generated/>\n" + Program("K.Max4(new float[5]); K.Softmax4(given.AsSpan(0, 4), given.AsSpan(2, 4));"));

    [Theory]
    [InlineData("int n = n + 1; K.Max4(new float[n]);")]
    [InlineData("var row = row; K.Max4(row); K.Max4(row[1..]);")]
    [InlineData("int n = m, m = n; K.Max4(new float[m]);")]
    public Task What_is_declared_by_itself_is_not_known(string statements) => Check.IsSilentOnErrors(Program(statements));

    [Fact]
    public Task A_generic_and_a_nested_kernel_are_known_too() => Check.Reports("""
        using SoftKernels;
        partial class Outer<T>
        {
            [SoftKernel(Size = 3)] public partial struct Inner { }
            float M() => Inner.Max3({|SK1001:new float[2]|});
        }
        class User { float M() => Outer<int>.Inner.Max3({|SK1001:[1, 2]|}); }
        """);

    [Fact]
    public Task Top_level_statements_are_read_as_a_whole() => Check.Reports(
        """
        var row = new float[2];
        var other = new float[2];
        System.Console.WriteLine(K.Max3({|SK1001:row|}) + K.Max3(other));
        other = new float[3];

        [SoftKernels.SoftKernel(Size = 3)] static partial class K { }
        """,
        OutputKind.ConsoleApplication);

    [Fact]
    public Task Without_the_package_nothing_is_said() => Check.IsSilentWithoutPackage("""
        static class K { public static void Max4(System.Span<float> values) { } static void M() => Max4(new float[5]); }
        """);

    /// <summary>What libraries for tests have, by name.</summary>
    private const string Assertions = """

        static class Assert
        {
            public static void Throws<T>(Action act) { }
            public static void Throws<T>(Func<object> act) { }
            public static void Throws(Type type, Action act) { }
            public static void ThrowsAny<T>(Action act) { }
            public static void ThrowsException<T>(Func<object> act) { }
            public static void ThrowsAsync<T>(Func<Task> act) { }
            public static void DoesNotThrow(Action act) { }
            public static void ThrowIfNull(Action act) { }
            public static void Catch(Action act) { }
            public static void That(Action act, object constraint) { }
            public static void Equal(float expected, float given) { }
        }

        static class Throws { public static object ArgumentException => null; public static object TypeOf<T>() => null; }
        static class Record { public static Exception Exception(Action act) => null; public static Task ExceptionAsync(Func<Task> act) => null; }
        class Assertions { public void Throw<T>() { } public void ThrowExactly<T>() { } public void NotThrow() { } }
        static class Extensions { public static Assertions Should(this Action act) => new(); }
        """;

    private static string Program(string statements) => $$"""
        using System;
        using System.Runtime.CompilerServices;
        using System.Threading.Tasks;
        using SoftKernels;

        [SoftKernel(Size = 4), SoftKernel(2, ElementType = typeof(double)), SoftKernel(6, Name = "Faces", Operations = SoftOperations.Max)]
        static partial class K
        {
            public static float Max4(int other, float[] values) => 0;
        }

        class Namesake
        {
            public static float Max4(float[] values) => 0;
            public float Max5(ReadOnlySpan<float> values) => 0;
        }

        class Other
        {
            public static readonly float[] Two = [1, 2], Assigned = new float[9];
            public readonly float[] One = { 1 };
            static Other() => Assigned = new float[4];

            // Fields may name one another in a circle.
            public static readonly float[] Circle = Back, Back = Circle;
            public static readonly int Left = Right + 1, Right = Left * 2, Self = Self + 1;
        }

        partial class Parts { public static readonly float[] Assigned = new float[9]; }
        partial class Parts { static Parts() => Assigned = new float[4]; }

        [InlineArray(5)] struct Inline5 { float first; }

        class User
        {
            const int Five = 5;
            static readonly int s_length = 2 + Five;
            static readonly float[] s_five = new float[5];
            static float[] s_mutable = new float[5];
            readonly float[] _three = new float[3];
            readonly float[] _assigned = new float[3];
            readonly float[] _givenLater = new float[5], _namesake = new float[5];
            readonly int _lengthGivenLater = 5;
            Inline5 _inline;

            class Holder { public int Value; }
            static void Set(Holder _namesake) => _namesake.Value = 1;

            static Action Act(Action act) => act;
            User() { _assigned = new float[4]; this._givenLater = new float[4]; (this._lengthGivenLater) = 4; }

            void M(float[] given, Span<float> span)
            {
                {{statements}}
            }
        }
        """;
}
