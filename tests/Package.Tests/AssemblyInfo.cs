using Xunit;

// Each test builds something, with all cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
