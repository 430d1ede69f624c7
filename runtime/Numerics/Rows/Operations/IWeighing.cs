using System;

namespace SoftKernels.Numerics;

internal readonly partial struct Kernel<TLanes, TFormat, TVector, TBits, T>
{
    /// <summary>
    /// An operation that weighs: what its passes do with a register of a row. Where the registers are, and how what they gather comes
    /// together, is the layouts' affair. The passes: a peak is gathered; values are weighed and the weights counted; the total is finished to
    /// a value of the row; results are made of the values, or of the weights.
    /// </summary>
    /// <typeparam name="TPeak">What the first pass gathers.</typeparam>
    private interface IWeighing<TPeak>
        where TPeak : struct, IPeak<TPeak>
    {
        /// <summary>Whether the maximum of a row is small enough for values to be weighed as they are.</summary>
        bool IsOrdinary(T max);

        /// <summary>Whether no lane of sums shows a NaN, and all lanes of maxima are ordinary.</summary>
        bool AreOrdinary(TVector max, TVector sum);

        /// <summary>Whether rows have no weights, but what these tend to.</summary>
        bool IsAtLimit();

        /// <summary>Prepares for a row that is not ordinary, and says what has to be taken from its values.</summary>
        T GoBeyond(T max);

        /// <summary>Values as they are weighed: less what has to be taken from them.</summary>
        TVector Centered(TVector values, TVector shift);

        /// <inheritdoc cref="Centered(TVector, TVector)"/>
        TPeak Centered(TPeak peak, TVector shift);

        /// <summary>What weighing needs of the row.</summary>
        Scales ScalesOf(TPeak peak);

        /// <summary>Leaves scales of many rows in memory, a register for each.</summary>
        void Leave(in Scales scales, ref T waiting);

        /// <summary>The scales of one row, whose lane of the first of those registers is given.</summary>
        Scales Left(ref T waiting);

        /// <summary>What the results of one row are made with, from its two values.</summary>
        Finished Left(TVector first, TVector second);

        /// <summary>The weights of a register, where they wait (<see cref="KeepsWeights"/>).</summary>
        TVector Weigh(TVector values, in Scales scales);

        /// <summary>Counts a register: of weights where they wait, else of values, whose weights it takes.</summary>
        void Count(TVector register, in Scales scales, ref TBits coarse, ref TBits fine);

        /// <summary>Counts a register on three grids, as long rows need it.</summary>
        void CountFinely(TVector register, in Scales scales, ref TBits coarse, ref TBits fine, ref TBits finest);

        /// <summary>A register of which only the last lanes are new: what counts nothing in the others.</summary>
        TVector OnlyLast(TVector register, int count);

        /// <summary>What of one row must be taken back, because it was counted though it should not.</summary>
        ExactTotal CountedTwice(TPeak peak, in Scales scales);

        /// <summary>What many rows' totals come to, a lane for each row.</summary>
        Finished Finish(ExactTotals<TBits> totals, TPeak peak, in Scales scales);

        /// <summary>What one row's total comes to, in every lane, as the total and the peak are.</summary>
        Finished FinishRow(ExactTotals<TBits> total, TPeak peak, in Scales scales);

        /// <summary>The same from a total that no lane holds.</summary>
        Finished FinishRow(ExactTotal total, TPeak peak, in Scales scales);

        /// <summary>What one row's total comes to, however long the row and large its logits.</summary>
        /// <param name="total">The total, in units of the fine grid.</param>
        /// <param name="max">The maximum.</param>
        /// <param name="shift">What was taken from all values, the maximum or 0.</param>
        /// <param name="peak">The peak of what was left, in every lane.</param>
        Finished FinishLong(Pair<double> total, T max, T shift, TPeak peak);

        /// <summary>Results from a register: of weights where they wait, else of values.</summary>
        TVector Result(TVector register, in Finished finished);

        /// <summary>A row with a NaN, or whose maximum is infinite.</summary>
        T Special(ReadOnlySpan<T> values, Span<T> results, T max);
    }

    /// <summary>
    /// The size of an operation whose weights wait where its results will stand, and are counted there. Sizes say what layouts ask: every compiler knows them
    /// before it looks at either branch. A property it knows after it has compiled both, and that an interface is missing the ones
    /// ahead of time leave to be asked at run time, of a box.
    /// </summary>
    private const int KeepsWeights = 2;

    /// <summary>The size of an operation with as many results as values; others have one a row, what the total comes to.</summary>
    private const int WritesRows = 4;

    /// <summary>What results are made with, in every lane, or a lane for each of many rows. Where there is one result a row, the first.</summary>
    private struct Finished
    {
        /// <summary>The result, or what comes first.</summary>
        public TVector First;

        /// <summary>What comes second.</summary>
        public TVector Second;

        /// <summary>What was taken from all values of a row, where they are weighed again for their results.</summary>
        public TVector Center;

        /// <summary>And what they are weighed with.</summary>
        public Scales Scales;

        /// <summary>What differences are multiplied by, where there is a temperature: that of weights, and its inverse in two parts.</summary>
        public TVector Factor;

        /// <inheritdoc cref="Factor"/>
        public TVector Inverse;

        /// <inheritdoc cref="Factor"/>
        public TVector InverseLow;
    }

    /// <summary>What weighing needs of a row, in every lane, or of many rows, a lane for each.</summary>
    private struct Scales
    {
        /// <summary>Values above this weigh nothing, where one is to be left out.</summary>
        public TVector Limit;

        /// <summary>The scale of the weights.</summary>
        public TVector Scale;

        /// <summary>What lower values are raised to.</summary>
        public TVector Lowest;

        /// <summary>log₂e divided by the temperature, where there is one, to the first digits.</summary>
        public TVector Rate;

        /// <summary>What they lack.</summary>
        public TVector RateLow;
    }
}
