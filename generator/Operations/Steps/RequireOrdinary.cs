using SoftKernels.Generator.Layouts;

namespace SoftKernels.Generator.Operations.Steps;

/// <summary>Leaves for the careful way unless the row is ordinary: no NaN, and a maximum (where given) that needs no shift.</summary>
internal sealed class RequireOrdinary(string comment, Each input, OfRow? max) : StepOfRegisters(comment)
{
    protected override void Lower(Layout layout)
    {
        // A NaN shows in the sum.
        string sum = Layout.Sum(layout.All(input));
        layout.Require(max is null ? Layout.OnLanes("IsFreeOfNaN", sum) : Layout.OnLanes("IsOrdinary", max.Name, sum));
    }
}
