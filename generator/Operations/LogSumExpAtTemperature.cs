namespace SoftKernels.Generator.Operations;

/// <summary>Without steps: the library's at every size.</summary>
internal sealed class LogSumExpAtTemperature(LogSumExp plain)
    : Variant(plain, Extras.Temperature, Port.Row("values"), Port.Temperature(), Port.ValueResult("result", "results", "τ·log Σ exp(xᵢ/τ)"))
{
    public override string Name => "LogSumExp";

    public override string Summary => "Log-sum-exp at a temperature τ: τ·log Σ exp(xᵢ/τ), the smooth maximum.";
}
