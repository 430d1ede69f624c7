using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Policy;

/// <summary>The games of the matches as text: a line for each, of the squares from 1 to 9 in the order in which they were played.</summary>
internal static class Record
{
    public static void Write(string file, IEnumerable<Match> matches) => File.WriteAllText(file, string.Concat(matches.SelectMany(Lines).Select(line => line + "\n")));

    private static IEnumerable<string> Lines(Match match) =>
    [
        $"# The policy moves {(match.IsFirst ? "first" : "second")}, against {match.Opponent.Name}: {match.Score.Won} won, {match.Score.Drawn} drawn, {match.Score.Lost} lost.",
        .. match.Games.Select(game => string.Concat(game.Moves.Select(square => square + 1))),
    ];
}
