namespace Consumers
{
    internal static class Program
    {
        private static int Main(string[] args)
        {
            return Check.Run(args);
        }
    }
}
