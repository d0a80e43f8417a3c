"""The grader of the course: builds its notebooks, checks answers, grades classes and proves the course right."""
