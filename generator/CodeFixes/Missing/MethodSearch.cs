using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Model;
using SoftKernels.Generator.Operations;
using SoftKernels.Generator.Planning;
using SoftKernels.Generator.Rules;

namespace SoftKernels.CodeFixes.Missing;

/// <summary>Which method is meant by a name that a type does not have, and what its attributes lack to have it: asked of the plan, by attributes that say a little more.</summary>
/// <param name="kernels">What the type asks for.</param>
/// <param name="name">What was called.</param>
/// <param name="arguments">With how many arguments, where it is a call.</param>
/// <param name="elementType">With values of which type, where that is known.</param>
internal sealed class MethodSearch(IReadOnlyList<KernelModel> kernels, string name, int? arguments, string? elementType)
{
    private readonly string _spelling = Spelling(name);
    private readonly KernelModel[] _kernels = [.. kernels.Where(kernel => elementType is null || kernel.ElementType == elementType)];

    /// <summary>Whether there is a method of that name, with other parameters.</summary>
    private bool _isOverload;

    /// <summary>Another spelling of what there is; else more of a size that is declared; else another size.</summary>
    public IReadOnlyList<Proposal> Proposals()
    {
        List<MethodPlan> there = PublicMethods(_kernels);
        List<MethodPlan> named = there.FindAll(method => method.Shape.Name == name);
        if (named.Exists(Fits))
        {
            return [];
        }

        _isOverload = named.Count > 0;
        List<MethodPlan> meant = there.FindAll(IsMeant);
        if (meant.Count > 0)
        {
            return [.. meant.Where(method => Fits(method) || !meant.Exists(Fits)).Select(method => method.Shape.Name).Distinct().Select(method => new Proposal(method, From: null, To: null))];
        }

        List<Proposal> grown = [.. _kernels.Select(Grown).OfType<Proposal>()];
        return grown.Count > 0 ? (_spelling.Any(char.IsDigit) ? grown : [grown[0]]) : Added() is { } added ? [added] : [];
    }

    /// <summary>The least that a declared size has to ask for.</summary>
    private Proposal? Grown(KernelModel kernel) => Least(
        from operation in OperationCatalog.All
        from extras in ExtrasOf(operation)
        let grown = kernel with { Operations = kernel.Operations | operation.Flag, Extras = kernel.Extras | (int)extras }
        where grown != kernel
        select (kernel, grown));

    /// <summary>A size that is not declared, with the type of values that all others have.</summary>
    private Proposal? Added()
    {
        string digits = new([.. name.Where(char.IsDigit)]);
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int size) || !ArgumentRules.IsSize(size))
        {
            return null;
        }

        string[] types = [.. kernels.Select(kernel => kernel.ElementType).Distinct()];
        string type = elementType ?? (types.Length == 1 ? types[0] : ElementTypeCatalog.All[0].Name);
        return Least(
            from operation in OperationCatalog.All
            from extras in ExtrasOf(operation)
            let isOfCore = (operation.Flag & ~OperationCatalog.CoreFlags) == 0
            select ((KernelModel?)null, new KernelModel(type, size, isOfCore ? OperationCatalog.CoreFlags : operation.Flag, (int)extras)));
    }

    private Proposal? Least(IEnumerable<(KernelModel? From, KernelModel To)> candidates) =>
        (from candidate in candidates
         from method in PublicMethods([candidate.To])
         where IsMeant(method)
         orderby Fits(method) descending, Bits(candidate.To.Operations) + Bits(candidate.To.Extras)
         select new Proposal(method.Shape.Name, candidate.From, candidate.To)).FirstOrDefault();

    /// <summary>What makes for its methods: nothing more, and each further form.</summary>
    private static IEnumerable<Extras> ExtrasOf(Operation operation) =>
        new[] { Extras.None, Extras.Temperature, Extras.Mask, Extras.Columns }.Where(extra => (operation.FormExtras & extra) == extra).Select(extra => operation.Extra | extra);

    private static List<MethodPlan> PublicMethods(IReadOnlyList<KernelModel> kernels) => KernelMethods.Of(kernels).FindAll(method => method.IsPublic);

    private bool IsMeant(MethodPlan method) => _isOverload ? method.Shape.Name == name && Fits(method) : Spelling(method.Shape.Name) == _spelling;

    private bool Fits(MethodPlan method) => arguments is null || arguments == method.Shape.Parameters.Length + (method.Shape.Last is null ? 0 : 1);

    /// <summary>What a misspelled name has left of it: its words in whatever order and case, one row or several, and the digits.</summary>
    private static string Spelling(string name)
    {
        string letters = new([.. name.Where(char.IsLetter).Select(char.ToLowerInvariant)]);
        char[] sorted = letters.Replace("rows", "row").Replace("columns", "column").ToCharArray();
        Array.Sort(sorted);
        return new string(sorted) + new string([.. name.Where(char.IsDigit)]);
    }

    private static int Bits(int flags)
    {
        int count = 0;
        for (; flags != 0; flags &= flags - 1)
        {
            count++;
        }

        return count;
    }
}
