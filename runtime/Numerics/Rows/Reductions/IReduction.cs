namespace SoftKernels.Numerics;

internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>
    /// What a pass gathers, register by register, and how it comes together: from all lanes where a row fills them, by a tree where the rows
    /// of a block have a register each. Where a row has one lane of each register, there is nothing left to do.
    /// </summary>
    /// <typeparam name="TSelf">The reduction.</typeparam>
    private interface IReduction<TSelf>
        where TSelf : struct, IReduction<TSelf>
    {
        /// <summary>Of two registers whose lanes hold rows by halves, as a level of the tree has them.</summary>
        TSelf Combine(int level, TSelf left, TSelf right);

        /// <summary>Leaves what was gathered of a row of a block in <paramref name="memory"/>.</summary>
        void Leave(ref T memory, int row);

        /// <summary>What <see cref="Leave"/> has left.</summary>
        TSelf Left(ref T memory, int row);
    }

    /// <summary>What the first pass gathers of the row's values.</summary>
    /// <inheritdoc cref="IReduction{TSelf}"/>
    private interface IPeak<TSelf> : IReduction<TSelf>
        where TSelf : struct, IPeak<TSelf>
    {
        /// <summary>The maximum.</summary>
        TVector Max { get; }

        /// <summary>The value that weighs most of those that are weighed.</summary>
        TVector Heaviest { get; }

        /// <summary>Of no values.</summary>
        TSelf None();

        /// <summary>With a register more.</summary>
        TSelf With(TVector values);

        /// <summary>With two registers more: they wait for those before them once.</summary>
        TSelf With(TVector values, TVector more);

        /// <summary>With four.</summary>
        TSelf With(TVector a, TVector b, TVector c, TVector d);

        /// <summary>Of a register of which only the last lanes will not be seen in others.</summary>
        TSelf OfLast(TVector values, int count);

        /// <summary>Of all lanes, in every lane.</summary>
        TSelf InEveryLane();

        /// <summary>Of values from which a number was taken.</summary>
        TSelf Less(TVector subtrahend);
    }
}
