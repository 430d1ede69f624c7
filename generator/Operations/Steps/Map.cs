using SoftKernels.Generator.Layouts;

namespace SoftKernels.Generator.Operations.Steps;

/// <summary>Applies a function to each value, with values of the row as further arguments.</summary>
internal sealed class Map(string comment, Each result, ValueFunction function, Each input, params OfRow[] arguments) : StepOfRegisters(comment)
{
    protected override void Lower(Layout layout)
    {
        for (int i = 0; i < layout.Registers; i++)
        {
            layout.Let(result.At(i), function.Of(input.At(i), arguments));
        }
    }
}

/// <summary>What is done to each value: one line a function.</summary>
internal sealed class ValueFunction
{
    /// <summary>e^x times the row's scale.</summary>
    public static readonly ValueFunction Weight = new("Weight");

    /// <summary>x − a.</summary>
    public static readonly ValueFunction Subtract = new(" - ", isOperator: true);

    /// <summary>x · (a + b), b a power of two.</summary>
    public static readonly ValueFunction Share = new("Share");

    private readonly string _name;
    private readonly bool _isOperator;

    /// <param name="name">The function of the lanes, or the operator with its blanks.</param>
    /// <param name="isOperator">Whether C# has an operator for it.</param>
    public ValueFunction(string name, bool isOperator = false)
    {
        _name = name;
        _isOperator = isOperator;
    }

    public string Of(string x, OfRow[] arguments)
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

        return Layout.OnLanes(_name, all);
    }
}
