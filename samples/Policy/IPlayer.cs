namespace Policy;

/// <summary>Who chooses a move.</summary>
internal interface IPlayer
{
    string Name { get; }

    /// <summary>A free square of a board that is not over. <paramref name="uniform"/>, from [0, 1), is all the chance there is in it.</summary>
    int Move(Board board, double uniform);
}
