using SoftKernels.Generator.Layouts;

namespace SoftKernels.Generator.Operations.Steps;

/// <summary>Applies a function to each value, with values of the row as further arguments.</summary>
internal sealed class Map(string comment, Each result, ValueFunction function, Each input, params OfRow[] arguments) : StepOfRegisters(comment)
{
    /// <summary>What rounding lost of each result, for a function that gives it.</summary>
    public Each? Remainder { get; set; }

    protected override void Lower(Layout layout)
    {
        for (int i = 0; i < layout.Registers; i++)
        {
            string? remainder = Remainder is null ? null : Remainder.At(i);
            layout.Let(result.At(i), function.Of(input.At(i), arguments, remainder));
        }
    }
}

/// <summary>What is done to each value: one line a function.</summary>
internal sealed class ValueFunction
{
    /// <summary>e^x times the row's scale.</summary>
    public static readonly ValueFunction Weight = new("Weight");

    /// <summary>The weight, but 0 for the one value above the second greatest.</summary>
    public static readonly ValueFunction RestWeight = new("RestWeight");

    /// <summary>x − a.</summary>
    public static readonly ValueFunction Subtract = new(" - ", isOperator: true);

    /// <summary>x · a.</summary>
    public static readonly ValueFunction Multiply = new(" * ", isOperator: true);

    private readonly string _name;
    private readonly bool _isOperator;

    /// <param name="name">The function of the lanes, or the operator with its blanks.</param>
    /// <param name="isOperator">Whether C# has an operator for it.</param>
    public ValueFunction(string name, bool isOperator = false)
    {
        _name = name;
        _isOperator = isOperator;
    }

    public string Of(string x, OfRow[] arguments, string? remainder)
    {
        if (_isOperator)
        {
            return x + _name + arguments[0].Name;
        }

        string all = x;
        foreach (OfRow argument in arguments)
        {
            all += ", " + argument.Name;
        }

        return Layout.OnLanes(_name, remainder is null ? all : all + ", out var " + remainder);
    }
}
