using System;
using System.Collections.Generic;

namespace SoftKernels.Generator.Layouts;

/// <summary>
/// As many rows at a time as a register has lanes, turned into columns that all stay in registers: what is computed once a row is computed for
/// all of them at once, a lane for each.
/// </summary>
internal sealed class ColumnsInRegisters(int width, int lanes, int size) : Layout(width, lanes, size)
{
    public const string FirstRow = "row";

    /// <summary>The rows of a block.</summary>
    public int RowsPerBlock => Lanes;

    public override int Registers => Size;

    protected override string Words => $"{Text(Lanes)} rows at a time, a register for each column";

    /// <summary>The columns that are turned together: what 128 bits of a row hold.</summary>
    private int Together => 128 * Lanes / Width;

    /// <summary>Whether rows are read as whole registers, in which they lie side by side: a few shuffles turn them, but may leave the rows of the columns in another order.</summary>
    private bool IsPacked => Together % Size == 0 || Size == 3 || Size == 2 * Together;

    /// <summary>The columns of a block of rows.</summary>
    /// <param name="reference">Where the rows are.</param>
    /// <param name="values">What the columns are called.</param>
    /// <param name="noun">What functions call such values: nothing, or <c>Mask</c>.</param>
    public void Load(string reference, Each values, string noun)
    {
        string source = Reference(reference);
        if (IsPacked)
        {
            List<string> arguments = [source, RowStart(0)];
            for (int column = 0; column < Size; column++)
            {
                arguments.Add("out var " + values.At(column));
            }

            Do(OnColumns("Load" + noun + "Rows", [.. arguments]) + ";");
            return;
        }

        int loaded = 0;
        for (int i = 0; i < Turns; i++)
        {
            int start = Start(i);
            List<string> arguments = [source, RowStart(start), Text(Size)];
            for (int column = start; column < start + Together; column++)
            {
                arguments.Add(column < loaded || column >= Size ? "out _" : "out var " + values.At(column));
            }

            Do(OnColumns("Load" + noun + "Columns", [.. arguments]) + ";");
            loaded = start + Together;
        }
    }

    /// <summary>Back to rows.</summary>
    public void Store(Each values, string reference)
    {
        string destination = Reference(reference);
        if (IsPacked)
        {
            Do(OnColumns("StoreRows", [.. All(values), destination, RowStart(0)]) + ";");
            return;
        }

        for (int i = 0; i < Turns; i++)
        {
            int start = Start(i);
            List<string> arguments = [];
            for (int column = start; column < start + Together; column++)
            {
                arguments.Add(values.At(Math.Min(column, Size - 1)));
            }

            arguments.Add(destination);
            arguments.Add(RowStart(start));
            arguments.Add(Text(Size));
            Do(OnColumns("StoreColumns", [.. arguments]) + ";");
        }
    }

    /// <summary>A value of each row, one after the other, by a function that stores a register of them.</summary>
    public void StoreOfRows(OfRow value, string reference, string function) => Do(OnLanes(
        function, IsPacked ? OnColumns("InRowOrder", value.Name, Text(Size)) : value.Name, Reference(reference), FirstRow) + ";");

    protected override void Lower(Step step) => step.Lower(this);

    /// <summary>A call of what turns rows into columns.</summary>
    private static string OnColumns(string function, params string[] arguments) => "columns." + function + "(" + string.Join(", ", arguments) + ")";

    private int Turns => (Size + Together - 1) / Together;

    /// <summary>The first column of those turned together; the last ones overlap those before them.</summary>
    private int Start(int turn) => Math.Max(Math.Min(turn * Together, Size - Together), 0);

    /// <summary>Where a column of the block begins.</summary>
    private string RowStart(int column)
    {
        string start = FirstRow + " * " + Text(Size);
        return column == 0 ? start : start + " + " + Text(column);
    }
}
