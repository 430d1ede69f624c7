using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SoftKernels.Generator.ElementTypes;
using SoftKernels.Generator.Layouts;
using SoftKernels.Generator.Recipes;

namespace SoftKernels.Generator.Emission;

/// <summary>Writes the methods of one operation and element type.</summary>
internal sealed class MethodEmitter(SourceWriter writer, Recipe recipe, ElementType type)
{
    private const string Throw = "global::SoftKernels.KernelThrow";

    private bool HasDestination => recipe.Result.Kind == ResultKind.Row;

    private string Source => recipe.Source;

    private string Destination => recipe.Result.Destination;

    private string Arguments => HasDestination ? $"{Source}, {Destination}" : Source;

    private string ReturnKeyword => HasDestination ? "" : "return ";

    private string Fallback => $"{ReturnKeyword}global::SoftKernels.SoftMath.{recipe.Name}({Arguments});";

    /// <summary>The method for exactly N values, the method for rows of them, and the body that both share.</summary>
    public void EmitSized(int size)
    {
        Plan[] plans = [.. LayoutChooser.Choose(recipe, type, size).Select(layout => layout.Lower(recipe))];
        IReadOnlyList<IBlockOfRows> rowsLayouts = LayoutChooser.ChooseForRows(recipe, type, size);
        Plan[] rowsPlans = [.. rowsLayouts.Select(layout => layout.Lower(recipe))];
        EmitRow(size, plans);
        writer.Line();
        EmitRows(size, rowsPlans, rowsLayouts);
        writer.Line();
        EmitCore(size, plans);
        if (rowsPlans.Length > 0)
        {
            writer.Line("#if NET8_0_OR_GREATER");
            for (int i = 0; i < rowsPlans.Length; i++)
            {
                writer.Line();
                EmitBlocks(size, rowsPlans[i], rowsLayouts[i]);
            }

            writer.Line("#endif");
        }
    }

    /// <summary>The method for any length: unrolled where the length was declared.</summary>
    public void EmitAnyLength(int[] sizes)
    {
        MethodShape shape = MethodShapes.AnyLength(recipe, type);
        string declared = string.Join(", ", sizes.Select(Text));
        string types = string.Join(", ", shape.Parameters.Select(parameter => parameter.Type.Replace('<', '{').Replace('>', '}')));
        writer.Line($"/// <summary>{recipe.Summary} Any length: unrolled for {declared}, else by <see cref=\"global::SoftKernels.SoftMath\"/>, with the same bits.</summary>");
        writer.Line($"/// <inheritdoc cref=\"global::SoftKernels.SoftMath.{shape.Name}({types})\"/>");
        Emit("public", shape, () => writer.Block($"switch ({Source}.Length)", () =>
        {
            foreach (int size in sizes)
            {
                writer.Line($"case {Text(size)}:");
                writer.Line($"    {ReturnKeyword}{MethodShapes.Row(recipe, type, size).Name}({Arguments});");
                if (HasDestination)
                {
                    writer.Line("    break;");
                }
            }

            writer.Line("default:").Line("    " + Fallback);
            if (HasDestination)
            {
                writer.Line("    break;");
            }
        }));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void EmitRow(int size, Plan[] plans)
    {
        Document(
            $"{recipe.Summary} Exactly {Text(size)} values.",
            $"The row: {Text(size)} values.",
            HasDestination ? $"Destination of {recipe.ResultDocumentation}: {Text(size)} values. The same span as the row works in place." : null,
            HasDestination
                ? $"A length is not {Text(size)}, or the spans overlap without beginning together. Nothing has been written."
                : $"The length is not {Text(size)}.",
            plans);
        Emit("public", MethodShapes.Row(recipe, type, size), () =>
        {
            Check("IfLengthIsNot", Text(size), Source);
            if (HasDestination)
            {
                Check("IfLengthIsNot", Text(size), Destination);
                writer.Line($"{Throw}.IfPartlyOverlapping({Source}, {Destination}, \"{Destination}\");");
            }

            writer.Line($"{ReturnKeyword}{MethodShapes.Core(recipe, type, size).Name}({Arguments});");
        });
    }

    private void EmitRows(int size, Plan[] plans, IReadOnlyList<IBlockOfRows> layouts)
    {
        MethodShape shape = MethodShapes.Rows(recipe, type, size);
        string perRow = HasDestination ? "as many values as the rows; the same span works in place" : "one for each row";
        Document(
            $"{recipe.Summary} For each row of a row-major matrix with {Text(size)} columns and any number of rows.",
            $"The matrix: a multiple of {Text(size)} values.",
            $"Destination of {recipe.ResultDocumentation}: {perRow}.",
            recipe.Result.Kind == ResultKind.Index
                ? "A length does not fit, or the spans share memory. Nothing has been written."
                : "A length does not fit, or the spans overlap without beginning together. Nothing has been written.",
            plans);
        Emit("public", shape, () =>
        {
            Check("IfNotRowsOf", Text(size), Source);
            Check("IfLengthIsNot", HasDestination ? $"{Source}.Length" : $"{Source}.Length / {Text(size)}", Destination);
            string overlap = recipe.Result.Kind == ResultKind.Index ? "IfSharingMemory" : "IfPartlyOverlapping";
            writer.Line($"{Throw}.{overlap}({Source}, {Destination}, \"{Destination}\");");
            string rows = $"{Source}.Length / {Text(size)}";
            if (plans.Length == 0)
            {
                writer.Line($"global::SoftKernels.Numerics.Rows.{recipe.Name}({Source}, {Destination}, {Text(size)});");
                return;
            }

            writer.Line($"int rows = {rows};");
            writer.Line("int row = 0;");
            writer.Line("#if NET8_0_OR_GREATER");
            for (int i = 0; i < plans.Length; i++)
            {
                int rowsPerBlock = layouts[i].RowsPerBlock;
                writer.Block($"{(i == 0 ? "if" : "else if")} ({IsAccelerated(plans[i])} && rows >= {Text(rowsPerBlock)})", () =>
                    writer.Line($"row = {MethodShapes.RowsBy(rowsPerBlock, recipe, type, size).Name}({Source}, {Destination});"));
            }

            writer.Line("#endif").Line();
            EmitRowByRow("int i = row; i < rows; i++", size);
        });
    }

    private void EmitRowByRow(string loop, int size) => writer.Block($"for ({loop})", () => writer.Line(RowCall("i", size)));

    /// <summary>The row method's body, for one row of several.</summary>
    private string RowCall(string row, int size)
    {
        string core = MethodShapes.Core(recipe, type, size).Name;
        string Slice(string span) => $"{span}.Slice({row} * {Text(size)}, {Text(size)})";
        return HasDestination
            ? $"{core}({Slice(Source)}, {Slice(Destination)});"
            : $"{Destination}[{row}] = {core}({Slice(Source)});";
    }

    /// <summary>The rows that go in blocks, at one width: a method of its own, because the JIT would compile the other widths with it.</summary>
    private void EmitBlocks(int size, Plan plan, IBlockOfRows layout)
    {
        int rowsPerBlock = layout.RowsPerBlock;
        string lanesClass = LanesClass(plan);
        EmitOptimized();
        Emit("private", MethodShapes.RowsBy(rowsPerBlock, recipe, type, size), () =>
        {
            EmitReference("source", Source);
            EmitReference("destination", Destination, recipe.Result.Kind == ResultKind.Index ? "int" : type.Keyword);

            writer.Line();
            writer.Line($"int rows = {Source}.Length / {Text(size)};");
            writer.Line("int row = 0;");
            writer.Block($"for (; row + {Text(rowsPerBlock)} <= rows; row += {Text(rowsPerBlock)})", () => new PlanPrinter(
                writer,
                lanesClass,
                ColumnsClass(plan),
                [
                    $"for (int i = row; i < row + {Text(rowsPerBlock)}; i++)",
                    "{",
                    "    " + RowCall("i", size),
                    "}",
                    "",
                    "continue;",
                ]).Print(plan));
            writer.Line();
            writer.Line("return row;");
        });
    }

    /// <summary>The body: vector code where the consumer's target has it, and the fallback where hardware or row ask for it.</summary>
    private void EmitCore(int size, Plan[] plans)
    {
        if (plans.Length > 0)
        {
            EmitOptimized();
        }

        Emit("private", MethodShapes.Core(recipe, type, size), () =>
        {
            if (plans.Length > 0)
            {
                writer.Line("#if NET8_0_OR_GREATER");
                EmitReference("source", Source);
                if (recipe.Steps.Any(step => step is StoreStep))
                {
                    EmitReference("destination", Destination);
                }

                foreach (Plan plan in plans)
                {
                    writer.Line();
                    EmitPlan(plan);
                }

                writer.Line("#endif");
            }

            writer.Line(Fallback);
        });
    }

    private void EmitOptimized() =>
        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::SoftKernels.Numerics.KernelOptions.Optimized)]");

    private void EmitReference(string name, string parameter, string? keyword = null) =>
        writer.Line($"ref {keyword ?? type.Keyword} {name} = ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference({parameter});");

    private void EmitPlan(Plan plan)
    {
        string lanesClass = LanesClass(plan);
        writer.Block($"if ({IsAccelerated(plan)})", () =>
        {
            new PlanPrinter(writer, lanesClass, null, HasDestination ? [Fallback, "return;"] : [Fallback]).Print(plan);
            if (HasDestination)
            {
                writer.Line("return;");
            }
        });
    }

    private static string IsAccelerated(Plan plan) => $"global::System.Runtime.Intrinsics.Vector{Text(plan.Width)}.IsHardwareAccelerated";

    private string LanesClass(Plan plan) => $"global::SoftKernels.Numerics.Registers.{type.RuntimePrefix}{Text(plan.Width)}";

    private string ColumnsClass(Plan plan) => $"global::SoftKernels.Numerics.Registers.{type.RuntimePrefix}Columns{Text(plan.Width)}";

    private void Check(string check, string needed, string parameter) =>
        writer.Line($"{Throw}.{check}({needed}, {parameter}.Length, \"{parameter}\");");

    private void Document(string summary, string source, string? destination, string? exception, Plan[]? plans = null)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line($"/// <param name=\"{Source}\">{source}</param>");
        if (destination is not null)
        {
            writer.Line($"/// <param name=\"{Destination}\">{destination}</param>");
        }
        else
        {
            writer.Line($"/// <returns>{char.ToUpperInvariant(recipe.ResultDocumentation[0])}{recipe.ResultDocumentation.Substring(1)}.</returns>");
        }

        if (exception is not null)
        {
            writer.Line($"/// <exception cref=\"global::System.ArgumentException\">{exception}</exception>");
        }

        writer.Line("/// <remarks>").Line($"/// {recipe.Remarks}");
        if (plans is { Length: > 0 })
        {
            string words = string.Join("; ", plans.Select(plan => $"{Text(plan.Width)}-bit: {plan.Words}"));
            writer.Line($"/// Plan: {words}.");
        }

        writer.Line("/// </remarks>");
    }

    private void Emit(string visibility, MethodShape shape, Action body)
    {
        writer.Line($"[global::System.CodeDom.Compiler.GeneratedCode(\"{FileEmitter.Tool}\", \"{FileEmitter.ToolVersion}\")]");
        string parameters = string.Join(", ", shape.Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"));
        writer.Block($"{visibility} static {shape.ReturnType} {shape.Name}({parameters})", body);
    }
}
