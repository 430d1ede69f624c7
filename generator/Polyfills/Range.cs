namespace System;

/// <inheritdoc cref="Index"/>
internal readonly struct Range(Index start, Index end)
{
    public Index Start => start;

    public Index End => end;
}
