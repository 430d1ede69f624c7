using System.Collections.Generic;

namespace SoftKernels.Generator.Layouts;

/// <summary>
/// The whole row in registers, read before anything is written. Where N is no multiple of a register, the last register
/// overlaps the one before it, and the lanes seen twice are left out of sums. A row shorter than a register is two halves of it, which overlap.
/// </summary>
internal sealed class RowInRegisters(int width, int lanes, int size) : Layout(width, lanes, size)
{
    private readonly List<string> _unseen = [];

    /// <summary>Whether the row is shorter than its register.</summary>
    public bool IsShort => Size < Lanes;

    /// <summary>Values in the last register that no register before has seen; 0 where all registers are whole.</summary>
    public int Tail => IsShort ? 0 : Size % Lanes;

    public override int Registers => IsShort ? 1 : WholeRegisters + (Tail == 0 ? 0 : 1);

    protected override string Words
    {
        get
        {
            string whole = WholeRegisters == 1 || IsShort ? $"1 register of {Text(Lanes)}" : $"{Text(WholeRegisters)} registers of {Text(Lanes)}";
            return IsShort ? whole + ", in halves that overlap"
                : Tail != 0 ? $"{whole}, and 1 that overlaps"
                : whole;
        }
    }

    private int WholeRegisters => Size / Lanes;

    /// <summary>Where a register begins in the row.</summary>
    public int Offset(int register) => register < WholeRegisters || IsShort ? register * Lanes : Size - Lanes;

    /// <summary>All registers; of the last one, those lanes blanked by a function that were seen before. Whoever asks first declares it.</summary>
    public string[] AllUnseen(Each values, string blank)
    {
        string[] all = All(values);
        if (Tail != 0)
        {
            string unseen = values.Name + "Unseen";
            if (!_unseen.Contains(unseen))
            {
                _unseen.Add(unseen);
                Let(unseen, OnLanes(blank, all[all.Length - 1], Text(Tail)));
            }

            all[all.Length - 1] = unseen;
        }

        return all;
    }

    protected override void Lower(Step step) => step.Lower(this);
}
