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
internal sealed class MethodSearch
{
    private readonly string _name;
    private readonly int? _arguments;
    private readonly string? _elementType;
    private readonly string _spelling;
    private readonly IReadOnlyList<KernelModel> _all;
    private readonly KernelModel[] _kernels;
    private readonly List<MethodPlan> _there;

    /// <summary>Whether there is a method of that name, with other parameters.</summary>
    private readonly bool _isOverload;

    /// <param name="kernels">What the type asks for.</param>
    /// <param name="name">What was called.</param>
    /// <param name="arguments">With how many arguments, where it is a call.</param>
    /// <param name="elementType">With values of which type, where that is known.</param>
    public MethodSearch(IReadOnlyList<KernelModel> kernels, string name, int? arguments, string? elementType)
    {
        _name = name;
        _arguments = arguments;
        _elementType = elementType;
        _spelling = Spelling(name);
        _all = kernels;
        _kernels = [.. kernels.Where(kernel => elementType is null || kernel.ElementType == elementType)];
        _there = PublicMethods(_kernels);
        _isOverload = _there.Exists(method => method.Shape.Name == name);
    }

    /// <summary>Another spelling of what there is; else more of a size that is declared; else another size.</summary>
    public IReadOnlyList<Proposal> Proposals()
    {
        if (_there.Exists(method => method.Shape.Name == _name && Fits(method)))
        {
            return [];
        }

        List<MethodPlan> meant = _there.FindAll(IsMeant);
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
        string digits = new([.. _name.Where(char.IsDigit)]);
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int size) || !ArgumentRules.IsSize(size))
        {
            return null;
        }

        string[] types = [.. _all.Select(kernel => kernel.ElementType).Distinct()];
        string type = _elementType ?? (types.Length == 1 ? types[0] : ElementTypeCatalog.All[0].Name);
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

    private bool IsMeant(MethodPlan method) => _isOverload ? method.Shape.Name == _name && Fits(method) : Spelling(method.Shape.Name) == _spelling;

    private bool Fits(MethodPlan method) => _arguments is null || _arguments == method.Shape.Arity;

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
