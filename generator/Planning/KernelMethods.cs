using System.Collections.Generic;
using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Layouts;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Operations;

namespace SoftKernels.Generator.Planning;

/// <summary>Which methods there are for what a type asks for.</summary>
internal static class KernelMethods
{
    /// <summary>All methods of a file, in its order.</summary>
    /// <param name="kernels">In ordinal order of element type, then size.</param>
    public static List<MethodPlan> Of(IReadOnlyList<KernelModel> kernels)
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
            foreach (Operation operation in OperationCatalog.All)
            {
                Add(methods, operation, type, kernels, start, end);
            }

            start = end;
        }

        return methods;
    }

    /// <summary>The methods of one operation and element type.</summary>
    public static List<MethodPlan> Of(Operation operation, ElementType type, params int[] sizes)
    {
        List<MethodPlan> methods = [];
        List<SizedOperation> all = [];
        foreach (int size in sizes)
        {
            SizedOperation sized = new(operation, type, size);
            all.Add(sized);
            methods.Add(new RowMethod(sized));
            methods.Add(new RowsMethod(sized));
            if (sized.RowLayouts.Count > 0)
            {
                methods.Add(new CoreMethod(sized));
            }

            foreach (ColumnsInRegisters layout in sized.BlockLayouts)
            {
                methods.Add(new BlocksMethod(sized, layout));
            }
        }

        methods.Add(new AnyLengthMethod(operation, type, all));
        return methods;
    }

    private static void Add(List<MethodPlan> methods, Operation operation, ElementType type, IReadOnlyList<KernelModel> kernels, int start, int end)
    {
        List<int> sizes = [];
        for (int i = start; i < end; i++)
        {
            if ((kernels[i].Operations & operation.Flag) != 0)
            {
                sizes.Add(kernels[i].Size);
            }
        }

        if (sizes.Count > 0)
        {
            methods.AddRange(Of(operation, type, [.. sizes]));
        }
    }
}
