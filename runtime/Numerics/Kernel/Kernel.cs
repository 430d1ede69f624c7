using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace SoftKernels.Numerics;

/// <summary>
/// The one definition of the numerics, for any register: a value that generated code and the library's loops call alike
/// (<see cref="Registers"/> has one for each register; docs/numerics.md derives what they compute).
/// </summary>
/// <remarks>Empty: its members are instance members because netstandard2.0 has no static ones in interfaces, and the JIT sees through both.</remarks>
/// <typeparam name="TLanes">The instructions of the register.</typeparam>
/// <typeparam name="TFormat">The constants and polynomials of the element type.</typeparam>
/// <typeparam name="TVector">The register of elements.</typeparam>
/// <typeparam name="TBits">The register of integers as wide as an element.</typeparam>
/// <typeparam name="T">The element: float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T> : IRows<T>
    where TLanes : struct, ILanes<TVector, TBits, T>
    where TFormat : struct, IFormat<T>
    where T : unmanaged, IEquatable<T>
{
    /// <summary>A register from <paramref name="source"/>, beginning so many elements on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Load(ref T source, int index) => default(TLanes).Load(ref source, index);

    /// <summary>Stores a register, beginning so many elements on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(TVector values, ref T destination, int index) => default(TLanes).Store(values, ref destination, index);

    /// <summary>
    /// A row of fewer values than a register has lanes, more than half as many: halves that overlap. −∞, an absent value, in those lanes
    /// of the upper half that the lower one has seen.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector LoadRow(ref T source, int size) => default(TLanes).LoadHalves(ref source, size);

    /// <summary>Stores what <see cref="LoadRow"/> has loaded: first the upper half, because its first lanes hold nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRow(TVector row, ref T destination, int size) => default(TLanes).StoreHalves(row, ref destination, size);

    /// <summary>Stores indices that the lanes hold as values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreIndices(TVector indices, ref int destination, int index) => default(TLanes).StoreIndices(indices, ref destination, index);

    /// <summary>The value in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Create(T value) => default(TLanes).Create(value);

    /// <summary>+0 in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Zero() => default(TLanes).Create(default);

    /// <summary>−∞, an absent value, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Absent() => default(TLanes).Create(default(TFormat).NegativeInfinity);

    /// <summary>The first lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T ToScalar(TVector values) => default(TLanes).ToScalar(values);

    /// <summary>The last lanes; +0 in those that the register before has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector KeepLast(TVector values, int count) => default(TLanes).KeepLast(values, count, Zero());

    /// <summary>The last lanes; −∞ in those that the register before has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector KeepLastElseAbsent(TVector values, int count) => default(TLanes).KeepLast(values, count, Absent());

    /// <summary>Whether no lane of a sum of logits shows a NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsFreeOfNaN(TVector sum) => default(TLanes).AreEqual(sum, sum);

    /// <summary>Whether no lane of sums of logits shows a NaN, and no lane of maxima needs a shift.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsOrdinary(TVector max, TVector sum) =>
        default(TLanes).AreWithin(max, default(TFormat).UnshiftedLimit) && default(TLanes).AreEqual(sum, sum);

    /// <summary>The values, +0 for −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector PlusZero(TVector values) => default(TLanes).Add(values, Zero());
}
