namespace System;

/// <summary>What list patterns and <c>^1</c> compile to: netstandard2.0 lacks it, and PolySharp emits more than one type in an order that changes.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public static implicit operator Index(int value) => new(value);

    public int GetOffset(int length) => fromEnd ? length - value : value;
}
