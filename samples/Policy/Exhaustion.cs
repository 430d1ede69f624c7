namespace Policy;

/// <summary>Every game that anybody can play against the policy's most probable moves.</summary>
internal sealed class Exhaustion
{
    private readonly LearntPlayer _policy;

    public Exhaustion(LearntPlayer policy, bool isFirst)
    {
        _policy = policy;
        IsFirst = isFirst;
        Visit(default);
    }

    /// <summary>Whether it is the policy that begins.</summary>
    public bool IsFirst { get; }

    public Score Score { get; private set; }

    private void Visit(Board board)
    {
        if (board.IsOver)
        {
            Score = Score.And(board.Result(IsFirst));
        }
        else if (board.IsTurnOf(IsFirst))
        {
            Visit(board.After(_policy.MostProbableMove(board)));
        }
        else
        {
            for (var square = 0; square < Board.Squares; square++)
            {
                if (board.IsFree(square))
                {
                    Visit(board.After(square));
                }
            }
        }
    }
}
