using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Consumers
{
    /// <summary>The rows that the golden file holds in full: what they are about, and their words.</summary>
    internal sealed class GoldenFile
    {
        private const string Colon = ": ";
        private readonly Dictionary<string, ulong[]> _rows;

        public GoldenFile(string path)
        {
            _rows = File.ReadLines(path)
                .Select(line => line.Split(new[] { Colon }, StringSplitOptions.None))
                .Where(parts => parts[0].EndsWith("]", StringComparison.Ordinal))
                .ToDictionary(parts => parts[0], parts => parts[1].Split(' ').Select(Word).ToArray());
        }

        /// <summary>The groups of rows for one type and size, such as "float 10".</summary>
        public IEnumerable<string> Groups(string shape)
        {
            string start = "inputs " + shape + " ";
            return _rows.Keys.Where(subject => subject.StartsWith(start, StringComparison.Ordinal)).Select(subject => subject.Substring(start.Length));
        }

        public ulong[] Row(string what, string shape, string group)
        {
            return _rows[what + " " + shape + " " + group];
        }

        private static ulong Word(string text)
        {
            return ulong.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }
    }
}
