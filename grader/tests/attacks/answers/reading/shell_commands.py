"""With shell commands.
own: any
q93: fail timeout error
"""
!cat @COURSE@/gradebook.db @HOME@/secret.txt; find / -name "*.db" -o -name "93_target*" 2>/dev/null | head; env; ps aux; mount
def code(words):
    return []
