"""The figures of "Diversity is All You Need" and METRA's coverage, made anew: `diayn paper FIGURE`."""
