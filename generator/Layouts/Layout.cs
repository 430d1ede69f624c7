using SoftKernels.Generator.Model;

namespace SoftKernels.Generator.Layouts;

/// <summary>How values lie in registers, and what steps need to say of them. Knows no step by name.</summary>
/// <param name="width">The register width in bits.</param>
/// <param name="lanes">Values in a register.</param>
/// <param name="size">N.</param>
internal abstract class Layout(int width, int lanes, int size)
{
    private Body? _body;

    public int Width { get; } = width;

    public int Lanes { get; } = lanes;

    public int Size { get; } = size;

    /// <summary>The registers that the values of a name lie in.</summary>
    public abstract int Registers { get; }

    /// <summary>How the values lie, in a reader's words.</summary>
    protected abstract string Words { get; }

    private Paragraph Last => _body!.Paragraphs[_body.Paragraphs.Count - 1];

    public Body Lower(Step[] steps)
    {
        _body = new(Width, Words);
        _body.Paragraphs.Add(new(""));
        foreach (Step step in steps)
        {
            Begin(step.Comment);
            Lower(step);
        }

        return _body;
    }

    protected abstract void Lower(Step step);

    /// <summary>Begins a paragraph, unless there is nothing to say of it; replaces what is said of an empty one.</summary>
    public void Begin(string comment)
    {
        if (comment.Length == 0)
        {
            return;
        }

        if (Last.IsEmpty)
        {
            Last.Comment = comment;
        }
        else
        {
            _body!.Paragraphs.Add(new(comment));
        }
    }

    public void Do(string statement)
    {
        if (Last.Requirement is not null)
        {
            _body!.Paragraphs.Add(new(""));
        }

        Last.Statements.Add(statement);
    }

    /// <summary><c>var name = value;</c></summary>
    public void Let(string name, string value) => Do("var " + name + " = " + value + ";");

    /// <summary>Leaves the row, or the block of rows, to the careful way unless a condition holds.</summary>
    public void Require(string condition) => Last.Requirement = condition;

    public string[] All(Each values)
    {
        string[] all = new string[Registers];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = values.At(i);
        }

        return all;
    }

    /// <summary>Memory by reference to its first element, as an argument.</summary>
    public string Reference(string name)
    {
        if (!_body!.References.Contains(name))
        {
            _body.References.Add(name);
        }

        return "ref " + name;
    }

    /// <summary>A call of a function of the lanes.</summary>
    public static string OnLanes(string function, params string[] arguments) => "lanes." + function + "(" + string.Join(", ", arguments) + ")";

    /// <summary>Combines pairwise, so that the operations do not wait for each other.</summary>
    public static string Pairwise(string function, string[] terms) => Pairwise(function, terms, 0, terms.Length);

    public static string Sum(string[] terms) => string.Join(" + ", terms);

    public static string Text(int number) => Invariant.Text(number);

    private static string Pairwise(string function, string[] terms, int start, int count) => count == 1
        ? terms[start]
        : OnLanes(function, Pairwise(function, terms, start, (count + 1) / 2), Pairwise(function, terms, start + ((count + 1) / 2), count / 2));
}
