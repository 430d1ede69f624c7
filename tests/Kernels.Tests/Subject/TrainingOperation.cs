using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Reflection;

namespace SoftKernels.Kernels.Tests.Subject;

/// <summary>Rows, or columns of blocks, of what training asks for; what an operation has no use for is empty.</summary>
internal delegate void TrainingForm<T>(ReadOnlySpan<T> values, ReadOnlySpan<T> others, ReadOnlySpan<int> labels, Span<T> folded, Span<T> filled, int size, int columns);

/// <summary>An operation of training: its parameters, and the ways to call it.</summary>
/// <param name="Name">What the methods are called.</param>
/// <param name="Values">The parameter of the values.</param>
/// <param name="Others">The parameter of what goes with them, if there is one.</param>
/// <param name="HasLabels">Whether rows have labels.</param>
/// <param name="Folded">The parameter of the one result a row, if there is one.</param>
/// <param name="Filled">Whether there is a gradient.</param>
/// <param name="Row">One row, of any length.</param>
/// <param name="Rows">Several of a size given.</param>
/// <param name="Columns">Columns of a size given.</param>
internal sealed record TrainingOperation<T>(
    string Name, string Values, string? Others, bool HasLabels, string? Folded, bool Filled, TrainingForm<T> Row, TrainingForm<T> Rows, TrainingForm<T> Columns)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dictionary<int, TrainingForm<T>[]> _generated = [];

    private delegate T OneOfLabel(ReadOnlySpan<T> values, int label);

    private delegate T BothOfLabel(ReadOnlySpan<T> values, int label, Span<T> filled);

    private delegate T OneOfTwo(ReadOnlySpan<T> values, ReadOnlySpan<T> others);

    private delegate T BothOfTwo(ReadOnlySpan<T> values, ReadOnlySpan<T> others, Span<T> filled);

    private delegate void Fill(ReadOnlySpan<T> values, ReadOnlySpan<T> others, Span<T> filled);

    private delegate T One(ReadOnlySpan<T> values);

    private delegate void Fold(ReadOnlySpan<T> values, Span<T> folded);

    private delegate void Fold1(ReadOnlySpan<T> values, Span<T> folded, int size);

    private delegate void Fold2(ReadOnlySpan<T> values, Span<T> folded, int size, int columns);

    private delegate void Fill1(ReadOnlySpan<T> values, ReadOnlySpan<T> others, Span<T> filled, int size);

    private delegate void Fill2(ReadOnlySpan<T> values, ReadOnlySpan<T> others, Span<T> filled, int size, int columns);

    private delegate void Labels(ReadOnlySpan<T> values, ReadOnlySpan<int> labels, Span<T> folded);

    private delegate void Labels1(ReadOnlySpan<T> values, ReadOnlySpan<int> labels, Span<T> folded, int size);

    private delegate void Labels2(ReadOnlySpan<T> values, ReadOnlySpan<int> labels, Span<T> folded, int size, int columns);

    private delegate void LabelsBoth(ReadOnlySpan<T> values, ReadOnlySpan<int> labels, Span<T> folded, Span<T> filled);

    private delegate void LabelsBoth1(ReadOnlySpan<T> values, ReadOnlySpan<int> labels, Span<T> folded, Span<T> filled, int size);

    private delegate void LabelsBoth2(ReadOnlySpan<T> values, ReadOnlySpan<int> labels, Span<T> folded, Span<T> filled, int size, int columns);

    private delegate void TwoBoth(ReadOnlySpan<T> values, ReadOnlySpan<T> others, Span<T> folded, Span<T> filled);

    private delegate void TwoBoth1(ReadOnlySpan<T> values, ReadOnlySpan<T> others, Span<T> folded, Span<T> filled, int size);

    private delegate void TwoBoth2(ReadOnlySpan<T> values, ReadOnlySpan<T> others, Span<T> folded, Span<T> filled, int size, int columns);

    /// <summary>As they are to be told apart.</summary>
    public string Title => $"{Name} of {(HasLabels ? "labels" : Others ?? Values)}{(Filled && Folded is not null ? " with its gradient" : "")}";

    /// <summary>One row of exactly N, several and columns, where there are kernels of that size.</summary>
    public IReadOnlyList<TrainingForm<T>> Generated(int size) => _generated.TryGetValue(size, out var forms) ? forms : [];

    public static IReadOnlyList<TrainingOperation<T>> All(Type? kernels)
    {
        var math = typeof(SoftMath);
        const string entropy = "Entropy";
        const string loss = "CrossEntropy";
        const string softmax = "SoftmaxGradient";
        const string log = "LogSoftmaxGradient";
        TrainingForm<T> entropyOf(string name, Type owner)
        {
            var one = Find<One>(owner, name);
            return (values, _, _, folded, _, _, _) => folded[0] = one(values);
        }

        TrainingForm<T> lossOf(string name, Type owner)
        {
            var one = Find<OneOfLabel>(owner, name);
            return (values, _, labels, folded, _, _, _) => folded[0] = one(values, labels[0]);
        }

        TrainingForm<T> lossAndGradientOf(string name, Type owner)
        {
            var both = Find<BothOfLabel>(owner, name);
            return (values, _, labels, folded, filled, _, _) => folded[0] = both(values, labels[0], filled);
        }

        TrainingForm<T> lossOfTargets(string name, Type owner)
        {
            var one = Find<OneOfTwo>(owner, name);
            return (values, others, _, folded, _, _, _) => folded[0] = one(values, others);
        }

        TrainingForm<T> lossAndGradientOfTargets(string name, Type owner)
        {
            var both = Find<BothOfTwo>(owner, name);
            return (values, others, _, folded, filled, _, _) => folded[0] = both(values, others, filled);
        }

        TrainingForm<T> gradientOf(string name, Type owner)
        {
            var fill = Find<Fill>(owner, name);
            return (values, others, _, _, filled, _, _) => fill(values, others, filled);
        }

        var (entropyRows, entropyColumns) = (Find<Fold1>(math, entropy + "Rows"), Find<Fold2>(math, entropy + "Columns"));
        var (labelRows, labelColumns) = (Find<Labels1>(math, loss + "Rows"), Find<Labels2>(math, loss + "Columns"));
        var (bothRows, bothColumns) = (Find<LabelsBoth1>(math, loss + "Rows"), Find<LabelsBoth2>(math, loss + "Columns"));
        var (targetRows, targetColumns) = (Find<Fill1>(math, loss + "Rows"), Find<Fill2>(math, loss + "Columns"));
        var (targetBothRows, targetBothColumns) = (Find<TwoBoth1>(math, loss + "Rows"), Find<TwoBoth2>(math, loss + "Columns"));
        var (softmaxRows, softmaxColumns) = (Find<Fill1>(math, softmax + "Rows"), Find<Fill2>(math, softmax + "Columns"));
        var (logRows, logColumns) = (Find<Fill1>(math, log + "Rows"), Find<Fill2>(math, log + "Columns"));
        TrainingOperation<T>[] all =
        [
            new(loss, "logits", null, true, "losses", false, lossOf(loss, math),
                (values, _, labels, folded, _, size, _) => labelRows(values, labels, folded, size), (values, _, labels, folded, _, size, columns) => labelColumns(values, labels, folded, size, columns)),
            new(loss, "logits", null, true, "losses", true, lossAndGradientOf(loss, math),
                (values, _, labels, folded, filled, size, _) => bothRows(values, labels, folded, filled, size),
                (values, _, labels, folded, filled, size, columns) => bothColumns(values, labels, folded, filled, size, columns)),
            new(loss, "logits", "targets", false, "losses", false, lossOfTargets(loss, math),
                (values, others, _, folded, _, size, _) => targetRows(values, others, folded, size), (values, others, _, folded, _, size, columns) => targetColumns(values, others, folded, size, columns)),
            new(loss, "logits", "targets", false, "losses", true, lossAndGradientOfTargets(loss, math),
                (values, others, _, folded, filled, size, _) => targetBothRows(values, others, folded, filled, size),
                (values, others, _, folded, filled, size, columns) => targetBothColumns(values, others, folded, filled, size, columns)),
            new(softmax, "probabilities", "upstream", false, null, true, gradientOf(softmax, math),
                (values, others, _, _, filled, size, _) => softmaxRows(values, others, filled, size), (values, others, _, _, filled, size, columns) => softmaxColumns(values, others, filled, size, columns)),
            new(log, "logProbabilities", "upstream", false, null, true, gradientOf(log, math),
                (values, others, _, _, filled, size, _) => logRows(values, others, filled, size), (values, others, _, _, filled, size, columns) => logColumns(values, others, filled, size, columns)),
            new(entropy, "logits", null, false, "entropies", false, entropyOf(entropy, math),
                (values, _, _, folded, _, size, _) => entropyRows(values, folded, size), (values, _, _, folded, _, size, columns) => entropyColumns(values, folded, size, columns)),
        ];
        foreach (var size in kernels?.GetCustomAttributes<SoftKernelAttribute>().Select(kernel => kernel.Size) ?? [])
        {
            var (labelsOf, labelsOfColumns) = (Find<Labels>(kernels!, $"{loss}{size}Rows"), Find<Labels1>(kernels!, $"{loss}{size}Columns"));
            var (bothOf, bothOfColumns) = (Find<LabelsBoth>(kernels!, $"{loss}{size}Rows"), Find<LabelsBoth1>(kernels!, $"{loss}{size}Columns"));
            var (targetsOf, targetsOfColumns) = (Find<Fill>(kernels!, $"{loss}{size}Rows"), Find<Fill1>(kernels!, $"{loss}{size}Columns"));
            var (targetsBothOf, targetsBothOfColumns) = (Find<TwoBoth>(kernels!, $"{loss}{size}Rows"), Find<TwoBoth1>(kernels!, $"{loss}{size}Columns"));
            var (softmaxOf, softmaxOfColumns) = (Find<Fill>(kernels!, $"{softmax}{size}Rows"), Find<Fill1>(kernels!, $"{softmax}{size}Columns"));
            var (logOf, logOfColumns) = (Find<Fill>(kernels!, $"{log}{size}Rows"), Find<Fill1>(kernels!, $"{log}{size}Columns"));
            var (entropyOfRows, entropyOfColumns) = (Find<Fold>(kernels!, $"{entropy}{size}Rows"), Find<Fold1>(kernels!, $"{entropy}{size}Columns"));
            all[0]._generated[size] =
            [
                lossOf($"{loss}{size}", kernels!), (values, _, labels, folded, _, _, _) => labelsOf(values, labels, folded), (values, _, labels, folded, _, _, columns) => labelsOfColumns(values, labels, folded, columns),
            ];
            all[1]._generated[size] =
            [
                lossAndGradientOf($"{loss}{size}", kernels!), (values, _, labels, folded, filled, _, _) => bothOf(values, labels, folded, filled),
                (values, _, labels, folded, filled, _, columns) => bothOfColumns(values, labels, folded, filled, columns),
            ];
            all[2]._generated[size] =
            [
                lossOfTargets($"{loss}{size}", kernels!), (values, others, _, folded, _, _, _) => targetsOf(values, others, folded), (values, others, _, folded, _, _, columns) => targetsOfColumns(values, others, folded, columns),
            ];
            all[3]._generated[size] =
            [
                lossAndGradientOfTargets($"{loss}{size}", kernels!), (values, others, _, folded, filled, _, _) => targetsBothOf(values, others, folded, filled),
                (values, others, _, folded, filled, _, columns) => targetsBothOfColumns(values, others, folded, filled, columns),
            ];
            all[4]._generated[size] =
            [
                gradientOf($"{softmax}{size}", kernels!), (values, others, _, _, filled, _, _) => softmaxOf(values, others, filled), (values, others, _, _, filled, _, columns) => softmaxOfColumns(values, others, filled, columns),
            ];
            all[5]._generated[size] =
            [
                gradientOf($"{log}{size}", kernels!), (values, others, _, _, filled, _, _) => logOf(values, others, filled), (values, others, _, _, filled, _, columns) => logOfColumns(values, others, filled, columns),
            ];
            all[6]._generated[size] =
            [
                entropyOf($"{entropy}{size}", kernels!), (values, _, _, folded, _, _, _) => entropyOfRows(values, folded), (values, _, _, folded, _, _, columns) => entropyOfColumns(values, folded, columns),
            ];
        }

        return all;
    }

    /// <summary>A method for this type, or the one for any.</summary>
    private static TDelegate Find<TDelegate>(Type owner, string name)
        where TDelegate : Delegate
    {
        Type[] types = [.. typeof(TDelegate).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType)];
        var method = owner.GetMethod(name, 0, BindingFlags.Public | BindingFlags.Static, types)
            ?? owner.GetMethods()
                .Where(method => method.Name == name && method.IsGenericMethod)
                .Select(method => method.MakeGenericMethod(typeof(T)))
                .Single(method => method.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(types));
        return method.CreateDelegate<TDelegate>();
    }
}
