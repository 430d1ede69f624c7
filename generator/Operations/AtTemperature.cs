namespace SoftKernels.Generator.Operations;

/// <summary>An operation on values that are divided by a temperature: the library's at every size.</summary>
/// <param name="plain">The plain operation: its name and its ports, and the temperature behind the row.</param>
/// <param name="summary">What it computes.</param>
internal sealed class AtTemperature(Operation plain, string summary) : Variant(plain, Extras.Temperature, plain.PortsWith(Port.Temperature()))
{
    public override string Name => Plain.Name;

    public override Extras FormExtras => Plain.FormExtras;

    public override string Summary => summary;
}
