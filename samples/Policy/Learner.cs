using System;

namespace Policy;

/// <summary>Learns by policy gradient (REINFORCE): moves of games that ended better than expected become more probable, those of the others less.</summary>
internal sealed class Learner(Network network, SplitMix64 random)
{
    public const int Rounds = 100;
    public const int Games = Rounds * StepsPerRound * GamesPerStep;

    private const int StepsPerRound = 80;
    private const int GamesPerStep = 64;

    // Adam's rate and what a nat of entropy is worth, at first: both fall to 0.
    private const float Rate = 0.01f;
    private const float Bonus = 0.2f;

    // How many of the opponent's moves, otherwise the policy's too, are any legal move: so that it meets mistakes to profit from.
    private const double Slips = 0.5;

    // Games times the moves of whoever begins.
    private const int MostMoves = GamesPerStep * ((Board.Squares + 1) / 2);

    private readonly LearntPlayer _player = new(network);
    private readonly RandomPlayer _slip = new();

    // A row for each move of the games since the last step: what was seen and done, and what came of it.
    private readonly Board[] _boards = new Board[MostMoves];
    private readonly ulong[] _masks = new ulong[MostMoves];
    private readonly int[] _moves = new int[MostMoves];
    private readonly float[] _expected = new float[MostMoves];
    private readonly float[] _results = new float[MostMoves];
    private readonly float[] _logits = new float[MostMoves * Board.Squares];
    private int _count;

    // Of those rows.
    private readonly float[] _probabilities = new float[MostMoves * Board.Squares];
    private readonly float[] _logProbabilities = new float[MostMoves * Board.Squares];
    private readonly float[] _entropies = new float[MostMoves];
    private readonly float[] _losses = new float[MostMoves];
    private readonly float[] _gradients = new float[MostMoves * Board.Squares];

    /// <summary><paramref name="roundDone"/> is called after each of the <see cref="Rounds"/>.</summary>
    public void Learn(Action roundDone)
    {
        const int Steps = Rounds * StepsPerRound;
        for (var step = 0; step < Steps; step++)
        {
            _count = 0;
            for (var game = 0; game < GamesPerStep; game++)
            {
                Play(isFirst: game % 2 == 0);
            }

            var rest = 1 - (float)step / Steps;
            Improve(Rate * MathF.Sqrt(rest), Bonus * rest * rest);
            if (step % StepsPerRound == StepsPerRound - 1)
            {
                roundDone();
            }
        }
    }

    /// <summary>A game of the policy against itself, slips included. Kept are the moves of the side that makes none.</summary>
    private void Play(bool isFirst)
    {
        var start = _count;
        var board = default(Board);
        while (!board.IsOver)
        {
            if (board.IsTurnOf(isFirst))
            {
                var logits = _logits.AsSpan(_count * Board.Squares, Board.Squares);
                _expected[_count] = network.Evaluate(board, logits);
                _boards[_count] = board;
                _masks[_count] = board.Free;
                _moves[_count] = Moves.MaskedSample9(logits, board.Free, random.NextDouble());
                board = board.After(_moves[_count]);
                _count++;
            }
            else
            {
                IPlayer opponent = random.NextDouble() < Slips ? _slip : _player;
                board = board.After(opponent.Move(board, random.NextDouble()));
            }
        }

        _results.AsSpan(start.._count).Fill(board.Result(isFirst));
    }

    /// <summary>One step against the gradient of Σ (result − expected) · (−log probability of the move) − bonus · entropy + (result − expected)² / 2, the mean of all moves.</summary>
    private void Improve(float rate, float bonus)
    {
        var masks = _masks.AsSpan(0, _count);
        var logits = _logits.AsSpan(0, _count * Board.Squares);
        var probabilities = _probabilities.AsSpan(0, logits.Length);
        var logProbabilities = _logProbabilities.AsSpan(0, logits.Length);
        var entropies = _entropies.AsSpan(0, _count);
        var gradients = _gradients.AsSpan(0, logits.Length);

        Moves.MaskedSoftmax9Rows(logits, masks, probabilities);
        Moves.MaskedLogSoftmax9Rows(logits, masks, logProbabilities);

        // Log-probabilities are logits too, with the mask in them: −∞ where a square is taken, whose gradient is 0.
        Moves.Entropy9Rows(logProbabilities, entropies);
        Moves.CrossEntropy9Rows(logProbabilities, _moves.AsSpan(0, _count), _losses.AsSpan(0, _count), gradients);

        for (var row = 0; row < _count; row++)
        {
            var advantage = _results[row] - _expected[row];
            var gradient = gradients.Slice(row * Board.Squares, Board.Squares);
            for (var square = 0; square < Board.Squares; square++)
            {
                if (_boards[row].IsFree(square))
                {
                    var i = row * Board.Squares + square;
                    var entropyGradient = -probabilities[i] * (logProbabilities[i] + entropies[row]);
                    gradient[square] = (advantage * gradient[square] - bonus * entropyGradient) / _count;
                }
            }

            network.AddGradients(_boards[row], gradient, -advantage / _count);
        }

        network.Step(rate);
    }
}
