using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Spectre.Console;

namespace Policy;

/// <summary>Prints how well the policy plays.</summary>
internal static class Report
{
    /// <summary>A bar of <paramref name="steps"/> steps, on the error stream: so the report can be redirected, and compared, by itself.</summary>
    public static void Progress(string name, int steps, Action<Action> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress().Start(progress =>
        {
            var task = progress.AddTask(name, maxValue: steps);
            work(() => task.Increment(1));
        });
    }

    public static void Print(Network network, IReadOnlyList<Match> matches, IReadOnlyList<Exhaustion> exhaustions)
    {
        AnsiConsole.WriteLine($"Tic-tac-toe, learnt by {network.Parameters} numbers from {Learner.Games} games against itself.");

        Heading("Moves drawn from the policy's probabilities");
        AnsiConsole.Write(Table(matches.Select(match => (match.Opponent.Name, match.IsFirst, match.Score))));

        Heading("The most probable moves, against every game that can be played");
        AnsiConsole.Write(Table(exhaustions.Select(exhaustion => ("all replies", exhaustion.IsFirst, exhaustion.Score))));
    }

    /// <summary>The boards on which the policy had to move, with its probabilities, and the last.</summary>
    public static void Print(LearntPlayer policy, Match match)
    {
        var game = match.Games[0];
        var (mine, theirs) = match.IsFirst ? ("X", "O") : ("O", "X");
        Heading($"A game against {match.Opponent.Name}: the policy is {mine}, its probabilities in percent");

        List<Markup> cards = [];
        var board = default(Board);
        foreach (var square in game.Moves)
        {
            if (board.IsTurnOf(match.IsFirst))
            {
                cards.Add(Card(board, mine, theirs, policy.Probabilities(board), $"{mine} takes {square + 1}"));
            }

            board = board.After(square);
        }

        var last = board.IsTurnOf(match.IsFirst) ? board : new Board(board.Theirs, board.Mine);
        var end = game.Result(match.IsFirst) switch { > 0 => $"{mine} wins", < 0 => $"{theirs} wins", _ => "a draw" };
        cards.Add(Card(last, mine, theirs, null, end));
        AnsiConsole.Write(new Columns(cards).Collapse().Padding(0, 0, 2, 1));
    }

    private static Table Table(IEnumerable<(string Opponent, bool IsFirst, Score Score)> scores)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        table.AddColumn("opponent");
        table.AddColumn("policy is");
        foreach (var header in new[] { "games", "won", "drawn", "lost" })
        {
            table.AddColumn(new TableColumn(header).RightAligned());
        }

        foreach (var (opponent, isFirst, score) in scores)
        {
            string Share(int count) => $"{(double)count / score.Games:P2}";
            table.AddRow(opponent, isFirst ? "first" : "second", $"{score.Games}", $"[green]{Share(score.Won)}[/]", Share(score.Drawn), $"[red]{Share(score.Lost)}[/]");
        }

        return table;
    }

    /// <summary>The board as the policy sees it, with its probabilities where it is free.</summary>
    private static Markup Card(Board board, string mine, string theirs, float[]? probabilities, string caption)
    {
        var text = new StringBuilder();
        for (var square = 0; square < Board.Squares; square++)
        {
            var isMine = (board.Mine >> square & 1) != 0;
            text.Append(
                isMine ? $"[bold green]{mine,2} [/]"
                : !board.IsFree(square) ? $"[bold red]{theirs,2} [/]"
                : probabilities is null ? "   "
                : $"[grey]{probabilities[square] * 100,3:F0}[/]");
            text.Append(
                square == Board.Squares - 1 ? "\n\n"
                : square % Board.Side == Board.Side - 1 ? "\n───┼───┼───\n"
                : "│");
        }

        return new Markup(text.Append(caption).ToString());
    }

    private static void Heading(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLine($"[bold]{text}[/]");
    }
}
