using System;
using System.Linq;

namespace SoftKernels.Benchmarks.Masks;

internal delegate void Fill<TResult>(ReadOnlySpan<float> source, Span<TResult> results);

internal delegate TResult Fold<TResult>(ReadOnlySpan<float> source);

internal delegate void MaskedFill<TMask, TResult>(ReadOnlySpan<float> source, ReadOnlySpan<TMask> mask, Span<TResult> results);

internal delegate TResult MaskedFold<TMask, TResult>(ReadOnlySpan<float> source, ReadOnlySpan<TMask> mask);

internal delegate void BitsFill<TResult>(ReadOnlySpan<float> source, ulong mask, Span<TResult> results);

internal delegate TResult BitsFold<TResult>(ReadOnlySpan<float> source, ulong mask);

/// <summary>The generated methods, by name.</summary>
internal static class MaskedMethods
{
    public static TMethod Find<TMethod>(string name)
        where TMethod : Delegate => Find<TMethod>(typeof(MaskedKernels), name);

    public static TMethod Find<TMethod>(Type owner, string name)
        where TMethod : Delegate =>
        owner.GetMethod(name, [.. typeof(TMethod).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType)])!.CreateDelegate<TMethod>();
}
