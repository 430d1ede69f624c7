using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <remarks>By T. J. Dekker, "A Floating-Point Technique for Extending the Available Precision" (1971): for hardware without fused multiply-add.</remarks>
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>left · right − product, exactly, of numbers that <see cref="IFormat{T}.Splitter"/> leaves finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector LostByProduct(TVector left, TVector right, TVector product)
    {
        TLanes lanes = default;
        Halve(left, out TVector leftHigh, out TVector leftLow);
        Halve(right, out TVector rightHigh, out TVector rightLow);
        TVector lost = lanes.Subtract(lanes.Multiply(leftHigh, rightHigh), product);
        lost = lanes.Add(lanes.Add(lost, lanes.Multiply(leftHigh, rightLow)), lanes.Multiply(leftLow, rightHigh));
        return lanes.Add(lost, lanes.Multiply(leftLow, rightLow));
    }

    /// <summary>A number as two of half its digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Halve(TVector value, out TVector high, out TVector low)
    {
        TLanes lanes = default;
        TFormat format = default;
        TVector scaled = lanes.Multiply(lanes.Create(format.Splitter), value);
        high = lanes.Subtract(scaled, lanes.Subtract(scaled, value));
        low = lanes.Subtract(value, high);
    }
}
