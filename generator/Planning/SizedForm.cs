using System;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Operations;

namespace SoftKernels.Generator.Planning;

/// <summary>A method that users call for a size, and which kernels have it.</summary>
/// <param name="form">Which lengths it takes, and the extra that asks for it.</param>
/// <param name="plan">The method.</param>
internal sealed class SizedForm(MethodForm form, Func<SizedOperation, MethodPlan> plan)
{
    public MethodPlan Plan(SizedOperation sized) => plan(sized);

    /// <summary>Whether the operation has it, and the kernel asks for it.</summary>
    public bool IsOf(Operation operation, KernelModel kernel)
    {
        if (operation.IsOfRowsOnly && !form.HasManyRows)
        {
            return false;
        }

        Extras had = operation.FormExtras & (Extras)kernel.Extras;
        return (had & form.Extra) == form.Extra;
    }
}
