using System;
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
        Plan[] plans = [.. LayoutChooser.Choose(type, size).Select(layout => layout.Lower(recipe))];
        EmitRow(size, plans);
        writer.Line();
        EmitRows(size, plans);
        writer.Line();
        EmitCore(size, plans);
    }

    /// <summary>The method for any length: unrolled where the length was declared.</summary>
    public void EmitAnyLength(int[] sizes)
    {
        MethodShape shape = MethodShapes.AnyLength(recipe, type);
        string declared = string.Join(", ", sizes.Select(Text));
        Document(
            $"{recipe.Summary} Any length: unrolled for {declared}, else by <see cref=\"global::SoftKernels.SoftMath\"/>, with the same bits.",
            "The row.",
            HasDestination ? $"Destination of {recipe.ResultDocumentation}; as long as the row, and the same span works in place." : null,
            HasDestination ? "The lengths differ, or the spans overlap without beginning together." : recipe.RefusesEmptyRows ? "The row is empty." : null);
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

    private void EmitRows(int size, Plan[] plans)
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
            string core = MethodShapes.Core(recipe, type, size).Name;
            string row = $"{Source}.Slice(i, {Text(size)})";
            writer.Block(
                $"for (int i = 0; i < {Source}.Length; i += {Text(size)})",
                () => writer.Line(HasDestination
                    ? $"{core}({row}, {Destination}.Slice(i, {Text(size)}));"
                    : $"{Destination}[i / {Text(size)}] = {core}({row});"));
        });
    }

    /// <summary>The body: vector code where the consumer's target has it, and the fallback where hardware or row ask for it.</summary>
    private void EmitCore(int size, Plan[] plans)
    {
        if (plans.Length > 0)
        {
            // Unrolled code is worth nothing before its helpers are inlined, so it does not wait for a second tier.
            writer.Line("#if NET8_0_OR_GREATER");
            writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]");
            writer.Line("#endif");
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

    private void EmitReference(string name, string parameter) =>
        writer.Line($"ref {type.Keyword} {name} = ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference({parameter});");

    private void EmitPlan(Plan plan)
    {
        string runtime = $"global::SoftKernels.Numerics.{type.RuntimePrefix}";
        string lanesClass = runtime + Text(plan.Width);
        writer.Block($"if (global::System.Runtime.Intrinsics.Vector{Text(plan.Width)}.IsHardwareAccelerated)", () =>
        {
            new PlanPrinter(writer, lanesClass, runtime + "Row", HasDestination ? [Fallback, "return;"] : [Fallback]).Print(plan);
            if (HasDestination)
            {
                writer.Line("return;");
            }
        });
    }

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
