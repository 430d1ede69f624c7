using SoftKernels.Generator.Layouts;

namespace SoftKernels.Generator.Reductions;

/// <summary>What an exact sum is counted in: two variables, of integers in whatever order.</summary>
internal static class Counters
{
    private const string Coarse = "coarse";
    private const string Fine = "fine";

    /// <summary>Counts registers by a function of the lanes, and lets a function make the sum of them.</summary>
    public static void Count(Layout layout, string function, string[] registers, OfRow[] arguments, OfRow result, string total, int counted)
    {
        layout.Let(Coarse, Layout.OnLanes("NoneCounted"));
        layout.Let(Fine, Layout.OnLanes("NoneCounted"));
        foreach (string register in registers)
        {
            string all = register;
            foreach (OfRow argument in arguments)
            {
                all += ", " + argument.Name;
            }

            layout.Do(Layout.OnLanes(function, all, "ref " + Coarse, "ref " + Fine) + ";");
        }

        layout.Let(result.Name, Layout.OnLanes(total, Coarse, Fine, Layout.Text(counted)));
    }
}
