namespace Policy;

/// <summary>How games ended, for one side.</summary>
internal readonly record struct Score(int Won, int Drawn, int Lost)
{
    public int Games => Won + Drawn + Lost;

    /// <summary>With one game more, by its result: 1, 0 or -1.</summary>
    public Score And(int result) => result switch
    {
        > 0 => this with { Won = Won + 1 },
        < 0 => this with { Lost = Lost + 1 },
        _ => this with { Drawn = Drawn + 1 },
    };
}
