using System.Collections.Generic;
using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Layouts;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Operations;

namespace SoftKernels.Generator.Planning;

/// <summary>Which methods there are for what a type asks for.</summary>
internal static class KernelMethods
{
    /// <summary>What users call for each size: one line a form.</summary>
    public static SizedForm[] Forms { get; } =
    [
        new(MethodForm.Row, sized => sized.Operation.HasLibraryChecks ? new ComposedRowMethod(sized) : new RowMethod(sized)),
        new(MethodForm.Rows, sized => sized.HasLibraryChecks ? new ComposedRowsMethod(sized) : new RowsMethod(sized)),
        new(MethodForm.Columns, sized => new ColumnsMethod(sized)),
    ];

    /// <summary>All methods of a file, in its order.</summary>
    /// <param name="kernels">In ordinal order of element type, then size, then name.</param>
    public static List<MethodPlan> Of(IReadOnlyList<KernelModel> kernels) => Of(kernels, OperationCatalog.All, Forms);

    /// <inheritdoc cref="Of(IReadOnlyList{KernelModel})"/>
    /// <param name="kernels">In that order too.</param>
    /// <param name="operations">Those that there are.</param>
    /// <param name="forms">The methods that there are for a size.</param>
    public static List<MethodPlan> Of(IReadOnlyList<KernelModel> kernels, IReadOnlyList<Operation> operations, IReadOnlyList<SizedForm> forms)
    {
        List<MethodPlan> methods = [];
        for (int start = 0; start < kernels.Count;)
        {
            int end = start + 1;
            while (end < kernels.Count && kernels[end].ElementType == kernels[start].ElementType)
            {
                end++;
            }

            ElementType type = ElementTypeCatalog.Get(kernels[start].ElementType);
            foreach (Operation operation in operations)
            {
                List<SizedOperation> sizes = [];
                for (int i = start; i < end; i++)
                {
                    if (AsksFor(kernels[i], operation))
                    {
                        SizedOperation sized = new(operation, type, kernels[i].Size, kernels[i].Name);
                        sizes.Add(sized);
                        Add(methods, sized, kernels[i], forms);
                    }
                }

                if (sizes.Count > 0 && !operation.IsOfRowsOnly)
                {
                    methods.Add(new AnyLengthMethod(operation, type, sizes));
                }
            }

            start = end;
        }

        return methods;
    }

    /// <summary>By every bit of it, and every extra that it takes.</summary>
    private static bool AsksFor(KernelModel kernel, Operation operation) =>
        kernel.Size <= operation.MostValues && operation.IsAskedForBy(kernel.Operations) && ((Extras)kernel.Extras & operation.Extra) == operation.Extra;

    /// <summary>The methods of one size.</summary>
    private static void Add(List<MethodPlan> methods, SizedOperation sized, KernelModel kernel, IReadOnlyList<SizedForm> forms)
    {
        foreach (SizedForm form in forms)
        {
            if (form.IsOf(sized.Operation, kernel))
            {
                methods.Add(form.Plan(sized));
            }
        }

        if (sized.RowLayouts.Count > 0)
        {
            methods.Add(new CoreMethod(sized));
        }

        foreach (ColumnsInRegisters layout in sized.BlockLayouts)
        {
            methods.Add(new BlocksMethod(sized, layout));
        }
    }
}
