using System;
using SoftKernels.Benchmarks.Masks;
using SoftKernels.Benchmarks.Measuring;

namespace SoftKernels.Benchmarks.Extras;

/// <content>One row a call. Compositions go row by row in any case, and ONNX Runtime takes more for a call than for a row.</content>
internal sealed partial class Data
{
    private delegate float SumAtTemperature(ReadOnlySpan<float> values, float temperature);

    public Contest OfTemperatureOneRow(Operation operation)
    {
        Memory<float> results = ResultsOf(operation);
        return new Contest($"{operation} at a temperature, one row a call", _size,
        [
            Ours(operation.GivesRow() ? EachRow(Find<AtTemperature>($"{operation}{_size}")) : EachSum(Find<SumAtTemperature>($"{operation}{_size}"))),
            Way(Stable, () => Composition.AtTemperature(operation, _logits.Span, Temperature, results.Span, _size)),
        ]).Checked(results);

        Action EachRow(AtTemperature fill) => () =>
        {
            for (int at = 0; at < _logits.Length; at += _size)
            {
                fill(Row(at), Temperature, results.Span.Slice(at, _size));
            }
        };

        Action EachSum(SumAtTemperature fold) => () =>
        {
            for (int row = 0; row < _rows; row++)
            {
                results.Span[row] = fold(Row(row * _size), Temperature);
            }
        };
    }

    public Contest OfMaskOneRow(Operation operation)
    {
        Memory<float> results = ResultsOf(operation);
        string name = $"Masked{operation}{_size}";
        return new Contest($"{operation} with a mask, one row a call", _size,
        [
            Ours(operation.GivesRow() ? EachRow(Find<MaskedFill<bool, float>>(name)) : EachSum(Find<MaskedFold<bool, float>>(name))),
            Way($"{Stable} of a copy", () => Composition.Masked(operation, _logits.Span, _mask, results.Span, _size)),
            Way($"{Stable}, mask added", () => Composition.Added(operation, _logits.Span, _added.Span, results.Span, _size)),
        ]).Checked(results);

        Action EachRow(MaskedFill<bool, float> fill) => () =>
        {
            for (int at = 0; at < _logits.Length; at += _size)
            {
                fill(Row(at), _mask.AsSpan(at, _size), results.Span.Slice(at, _size));
            }
        };

        Action EachSum(MaskedFold<bool, float> fold) => () =>
        {
            for (int row = 0; row < _rows; row++)
            {
                results.Span[row] = fold(Row(row * _size), _mask.AsSpan(row * _size, _size));
            }
        };
    }

    private ReadOnlySpan<float> Row(int at) => _logits.Span.Slice(at, _size);
}
