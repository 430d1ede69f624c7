using System.Collections.Generic;

namespace SoftKernels.Generator.Layouts;

/// <summary>A lowered recipe for one register width: what is left is to print it.</summary>
/// <param name="Width">The register width in bits.</param>
/// <param name="Words">The plan in a reader's words: <c>1 register of 16</c>.</param>
/// <param name="Paragraphs">The body.</param>
internal sealed record Plan(int Width, string Words, IReadOnlyList<Paragraph> Paragraphs);

/// <summary>A few statements with one purpose.</summary>
internal sealed record Paragraph(string Comment, IReadOnlyList<Statement> Statements);

internal abstract record Statement;

/// <summary><c>var name = value;</c></summary>
internal sealed record Declare(string Name, Expression Value) : Statement;

/// <summary><c>var (first, second) = value;</c></summary>
internal sealed record DeclareTwo(string First, string Second, Expression Value) : Statement;

/// <summary><c>ref var name = ref value;</c></summary>
internal sealed record DeclareReference(string Name, Expression Value) : Statement;

internal sealed record Assign(string Name, Expression Value) : Statement;

internal sealed record Evaluate(Expression Value) : Statement;

internal sealed record Return(Expression? Value) : Statement;

/// <summary>Leaves for the fallback unless a condition holds.</summary>
internal sealed record FallBackUnless(Expression Condition) : Statement;

internal sealed record If(Expression Condition, IReadOnlyList<Statement> Body) : Statement;

/// <summary><c>for (int index = from; index &lt; to; index += step)</c>; down to and with <c>to</c> where step is negative.</summary>
internal sealed record For(string Index, int From, int To, int Step, IReadOnlyList<Statement> Body) : Statement;

/// <summary>A block of its own, for the names in it.</summary>
internal sealed record Scope(IReadOnlyList<Statement> Body) : Statement;

internal sealed record Break : Statement;

internal abstract record Expression
{
    public static implicit operator Expression(string name) => new Name(name);

    public static implicit operator Expression(int value) => new Number(value);
}

internal sealed record Name(string Text) : Expression;

internal sealed record Number(int Value) : Expression;

/// <summary>A parameter of the method, by reference to its first element.</summary>
internal sealed record Reference(string Text) : Expression;

/// <summary>A second result: declares a name.</summary>
internal sealed record Out(string Text) : Expression;

internal sealed record Operation(Expression Left, string Operator, Expression Right) : Expression;

/// <summary>A call into the runtime's class for this element type and the plan's width.</summary>
internal sealed record Call(string Function, params Expression[] Arguments) : Expression;

/// <summary>A method of a parameter: <c>oneHot.Clear()</c>.</summary>
internal sealed record CallOn(string Target, string Function) : Expression;
