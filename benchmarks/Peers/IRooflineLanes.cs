namespace SoftKernels.Benchmarks.Peers;

/// <summary>A register width for <see cref="Roofline"/>.</summary>
internal interface IRooflineLanes<TVector, T>
{
    static abstract int Count { get; }

    static abstract TVector Load(ref T source, int index);

    static abstract void Store(TVector vector, ref T destination, int index);

    /// <summary>Clamp, exponent and significand of e^x, a scale of the exponent, and a factor: both fixed, for want of a row.</summary>
    static abstract TVector Share(TVector x);
}
