namespace SoftKernels.Generator.Diagnostics.Calls;

/// <summary>A stretch of a buffer, as far as it is known when the program is compiled.</summary>
/// <param name="Buffer">What tells the buffer from others: the variable that holds it, or where it is created; <see langword="null"/> when that is not known.</param>
/// <param name="Start">Where in the buffer it begins.</param>
/// <param name="Length">How many values it has, when that is known.</param>
/// <param name="IsLasting">Whether the variable holds the same buffer for as long as it lives.</param>
internal sealed record Stretch(object? Buffer, int Start, int? Length, bool IsLasting = true)
{
    public int? End => Start + Length;

    /// <returns><see langword="null"/> when the bounds are not known or are sure to throw.</returns>
    public Stretch? Slice(int? start, int? length) =>
        start >= 0 && length is null or >= 0 && !(Length - start < (length ?? 0))
            ? this with { Start = Start + start.GetValueOrDefault(), Length = length ?? Length - start }
            : null;

    /// <summary>What a variable knows of it that was given it earlier.</summary>
    public Stretch Kept => IsLasting ? this : this with { Buffer = null };
}
