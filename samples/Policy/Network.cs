using System;

namespace Policy;

/// <summary>One hidden layer of rectified units (ReLU). From a position: a logit for each square, and the result it expects.</summary>
internal sealed class Network(SplitMix64 random)
{
    private const int Inputs = 2 * Board.Squares;
    private const int Units = 64;

    private readonly Layer _hidden = new Layer(Inputs, Units).Randomized(random);

    // These begin at 0: all moves alike, and all results 0.
    private readonly Layer _logits = new(Units, Board.Squares);
    private readonly Layer _value = new(Units, 1);

    public int Parameters => _hidden.Parameters + _logits.Parameters + _value.Parameters;

    /// <summary>The result that is expected, from -1 for a loss to 1 for a win. <paramref name="logits"/> receives a logit for each square, free or not.</summary>
    public float Evaluate(Board board, Span<float> logits)
    {
        Span<float> inputs = stackalloc float[Inputs];
        Span<float> units = stackalloc float[Units];
        Read(board, inputs, units);
        _logits.Outputs(units, logits);

        var value = 0f;
        _value.Outputs(units, new Span<float>(ref value));
        return value;
    }

    /// <summary>Adds to the gradients of the loss, from those by the logits and by the value.</summary>
    public void AddGradients(Board board, ReadOnlySpan<float> logitGradients, float valueGradient)
    {
        Span<float> inputs = stackalloc float[Inputs];
        Span<float> units = stackalloc float[Units];
        Span<float> unitGradients = stackalloc float[Units];
        Read(board, inputs, units);

        unitGradients.Clear();
        _logits.AddInputGradients(logitGradients, unitGradients);
        _value.AddInputGradients(new ReadOnlySpan<float>(ref valueGradient), unitGradients);
        _logits.AddGradients(units, logitGradients);
        _value.AddGradients(units, new ReadOnlySpan<float>(ref valueGradient));
        for (var i = 0; i < Units; i++)
        {
            // A unit at 0 is at 0 for slightly different weights too.
            unitGradients[i] = units[i] > 0 ? unitGradients[i] : 0;
        }

        _hidden.AddGradients(inputs, unitGradients);
    }

    public void Step(float rate)
    {
        _hidden.Step(rate);
        _logits.Step(rate);
        _value.Step(rate);
    }

    private void Read(Board board, Span<float> inputs, Span<float> units)
    {
        for (var square = 0; square < Board.Squares; square++)
        {
            inputs[square] = board.Mine >> square & 1;
            inputs[Board.Squares + square] = board.Theirs >> square & 1;
        }

        _hidden.Outputs(inputs, units);
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = units[i] > 0 ? units[i] : 0;
        }
    }
}
